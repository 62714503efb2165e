import { z } from "zod";
import { bodyOf } from "@/lib/catalog/nodes/actions/body-of";
import { describeMessage, messageField, NOTHING_TO_SAY } from "@/lib/catalog/nodes/actions/message";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { optionalLine } from "@/lib/catalog/nodes/lines";
import { field } from "@/lib/domain/forms/field";
import { postForm } from "@/lib/domain/runs/post";
import { shorten } from "@/lib/domain/runs/shorten";

const TEXT_MAX = 1_024;
const TITLE_MAX = 250;

const EMERGENCY = "2";
/** How an emergency goes on until somebody confirms it: every minute, for an hour. */
const REPEATED = { retry: "60", expire: "3600" };

/** https://pushover.net/api#messages */
export const pushoverPush = defineNode({
  type: "pushover-push",
  name: "Push by Pushover",
  summary: "Shows a notification on phones and computers, by Pushover.",
  kind: "action",
  group: "Messages",
  icon: "vibrate",
  config: z.strictObject({
    connectionId: neededConnection,
    title: optionalLine({ label: "Title", placeholder: "New order", help: "Empty: the application's name." }),
    text: messageField("Plain text. Pushover takes 1,024 characters; the rest is cut off."),
    priority: field(z.enum(["-2", "-1", "0", "1", EMERGENCY]).default("0"), {
      label: "Priority",
      widget: "select",
      choices: [
        { value: "-2", label: "Lowest: only a number on the icon" },
        { value: "-1", label: "Low: no sound" },
        { value: "0", label: "Normal" },
        { value: "1", label: "High: in quiet hours, too" },
        { value: EMERGENCY, label: "Emergency: every minute for an hour, until confirmed" },
      ],
    }),
    link: optionalLine({
      label: "Link",
      placeholder: "https://shop.example/orders/{{ trigger.body.id }}",
      help: "Stands below the message.",
    }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    title: "New order",
    text: "{{ trigger.body.data.ticket_id }}",
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["pushover"],
  describe: ({ title, text }) => describeMessage(title || "By Pushover", text),
  outputExample: { status: 1, request: "647d2300-702c-4b38-8b2f-d56326ae460b" },
  plan: (config, { fill, credentials: { token = "", user = "" } }) => {
    const { priority } = config;
    const fields = {
      token,
      user,
      title: shorten(fill.text(config.title).trim(), TITLE_MAX),
      message: shorten(fill.needed(config.text, NOTHING_TO_SAY), TEXT_MAX),
      priority,
      url: fill.text(config.link, "url"),
      ...(priority === EMERGENCY ? REPEATED : {}),
    };
    return { kind: "request", request: postForm("https://api.pushover.net/1/messages.json", fields), read: bodyOf };
  },
});
