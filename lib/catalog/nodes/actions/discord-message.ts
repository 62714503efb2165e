import { z } from "zod";
import { bodyOf } from "@/lib/catalog/nodes/actions/body-of";
import { describeMessage, messageField, NOTHING_TO_SAY } from "@/lib/catalog/nodes/actions/message";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { optionalLine } from "@/lib/catalog/nodes/lines";
import { postJson } from "@/lib/domain/runs/post";
import { shorten } from "@/lib/domain/runs/shorten";

const TEXT_MAX = 2_000;
const NAME_MAX = 80;

/** https://docs.discord.com/developers/resources/webhook#execute-webhook */
export const discordMessage = defineNode({
  type: "discord-message",
  name: "Discord message",
  summary: "Writes a message to a Discord channel.",
  kind: "action",
  group: "Messages",
  icon: "gamepad-2",
  config: z.strictObject({
    connectionId: neededConnection,
    text: messageField(
      "**Stars** make text bold. It mentions nobody. Discord takes 2,000 characters; the rest is cut off.",
    ),
    username: optionalLine({
      label: "Name",
      placeholder: "Doorbell",
      help: "Who writes. Empty: the webhook's own name.",
    }),
  }),
  sample: { connectionId: "con_01980000000070008000000000000000", text: "New order {{ trigger.body.data.ticket_id }}" },
  ports: [{ id: "out", name: "Then" }],
  connections: ["discord-webhook"],
  describe: ({ text }) => describeMessage("To Discord", text),
  outputExample: { id: "1200000000000000001", channel_id: "1100000000000000000", content: "New order TK-1" },
  plan: (config, { fill, credentials: { url = "" } }) => {
    const content = shorten(fill.needed(config.text, NOTHING_TO_SAY), TEXT_MAX);
    const username = shorten(fill.text(config.username).trim(), NAME_MAX);
    const message = { content, allowed_mentions: { parse: [] }, ...(username && { username }) };
    // Otherwise Discord answers before it has looked at the message.
    const waiting = `${url}${url.includes("?") ? "&" : "?"}wait=true`;
    return { kind: "request", request: postJson(waiting, message), read: bodyOf };
  },
});
