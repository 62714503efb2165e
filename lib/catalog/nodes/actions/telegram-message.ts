import { z } from "zod";
import { describeMessage, messageField, NOTHING_TO_SAY } from "@/lib/catalog/nodes/actions/message";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { field } from "@/lib/domain/forms/field";
import type { Answer, Reading } from "@/lib/domain/runs/effect";
import { postJson } from "@/lib/domain/runs/post";
import { shorten } from "@/lib/domain/runs/shorten";

const TEXT_MAX = 4_096;

/** https://core.telegram.org/bots/api#sendmessage */
export const telegramMessage = defineNode({
  type: "telegram-message",
  name: "Telegram message",
  summary: "Writes a message to a person, group or channel in Telegram.",
  kind: "action",
  group: "Messages",
  icon: "message-circle",
  config: z.strictObject({
    connectionId: neededConnection,
    chat: field(z.string("Enter the chat.").trim().min(1, "Enter the chat.").max(500), {
      label: "Chat",
      widget: "template",
      placeholder: "-1001234567890",
      help: "The chat's number, or @name of a public channel. Let your bot ring Doorbell, and you find it in the data, as message.chat.id.",
    }),
    text: messageField("Plain text. Telegram takes 4,096 characters; the rest is cut off."),
    isSilent: field(z.boolean().default(false), { label: "Without a sound", widget: "switch" }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    chat: "-1001234567890",
    text: "New order {{ trigger.body.data.ticket_id }}",
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["telegram-bot"],
  describe: ({ text }) => describeMessage("To Telegram", text),
  outputExample: { message_id: 219, date: 1772616600, chat: { id: -1001234567890, type: "supergroup" } },
  plan: ({ chat, text, isSilent }, { fill, credentials: { token = "" } }) => {
    // Without `parse_mode` Telegram reads no marks.
    const message = {
      chat_id: fill.needed(chat, "There is no chat to write to."),
      text: shorten(fill.needed(text, NOTHING_TO_SAY), TEXT_MAX),
      ...(isSilent && { disable_notification: true }),
    };
    const request = postJson(`https://api.telegram.org/bot${token}/sendMessage`, message);
    return { kind: "request", request, read, pauseIn };
  },
});

const TelegramAnswer = z.object({
  ok: z.boolean(),
  description: z.string().default(""),
  result: z.unknown().optional(),
});

function read({ body }: Pick<Answer, "body">): Reading {
  const { data } = TelegramAnswer.safeParse(body);
  if (data?.ok) return { ok: true, output: data.result };
  return { ok: false, message: `Telegram refused it: ${data?.description || "it did not say why"}.` };
}

/** https://core.telegram.org/bots/api#responseparameters */
const Refusal = z.object({ parameters: z.object({ retry_after: z.number().nonnegative() }) });

function pauseIn({ body }: Pick<Answer, "body">): number | undefined {
  return Refusal.safeParse(body).data?.parameters.retry_after;
}
