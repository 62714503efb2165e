import { z } from "zod";
import { ntfyAuthorization, ntfyUrl, PUBLIC_NTFY } from "@/lib/catalog/connections/ntfy";
import { bodyOf } from "@/lib/catalog/nodes/actions/body-of";
import { describeMessage, messageField, NOTHING_TO_SAY } from "@/lib/catalog/nodes/actions/message";
import { optionalConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { optionalLine } from "@/lib/catalog/nodes/lines";
import { field } from "@/lib/domain/forms/field";
import { postJson } from "@/lib/domain/runs/post";
import { shortenToBytes } from "@/lib/domain/runs/shorten";

/** What is longer becomes a file, where the server takes files. */
const TEXT_BYTES_MAX = 4_000;
const TITLE_BYTES_MAX = 250;
const TOPIC = /^[-_A-Za-z0-9]{1,64}$/;

/** https://docs.ntfy.sh/publish/#publish-as-json */
export const ntfyPush = defineNode({
  type: "ntfy-push",
  name: "Push by ntfy",
  summary: "Shows a notification on phones and computers, by ntfy.",
  kind: "action",
  group: "Messages",
  icon: "bell",
  config: z.strictObject({
    connectionId: optionalConnection,
    topic: field(z.string("Enter a topic.").trim().min(1, "Enter a topic.").max(500), {
      label: "Topic",
      widget: "template",
      placeholder: "orders-7Hq2xK",
      help: "The one that you subscribe to in the ntfy app. At ntfy.sh, whoever knows its name can read it, so choose one that nobody guesses.",
    }),
    title: optionalLine({ label: "Title", placeholder: "New order", help: "Stands above the message." }),
    text: messageField("Plain text."),
    priority: field(z.enum(["1", "2", "3", "4", "5"]).default("3"), {
      label: "Priority",
      widget: "select",
      choices: [
        { value: "1", label: "Lowest: no sound, folded away" },
        { value: "2", label: "Low: no sound" },
        { value: "3", label: "Normal" },
        { value: "4", label: "High: a long vibration" },
        { value: "5", label: "Highest: until somebody looks" },
      ],
    }),
    link: optionalLine({
      label: "Opens",
      placeholder: "https://shop.example/orders/{{ trigger.body.id }}",
      help: "The address that a tap on the notification opens.",
    }),
  }),
  sample: { topic: "orders-7Hq2xK", title: "New order", text: "{{ trigger.body.data.ticket_id }}" },
  ports: [{ id: "out", name: "Then" }],
  connections: ["ntfy"],
  describe: ({ topic, title, text }) => describeMessage(`To ${topic}`, title || text),
  outputExample: { id: "sPs71M8A2T", time: 1772616600, event: "message", topic: "orders-7Hq2xK" },
  plan: (config, { fill, credentials, connectionKind }) => {
    const topic = fill.needed(config.topic, "There is no topic to push to.");
    if (topic && !TOPIC.test(topic))
      fill.complain(`“${topic.slice(0, 100)}” is no topic: they have letters, digits, - and _.`);
    const message = {
      topic,
      title: shortenToBytes(fill.text(config.title).trim(), TITLE_BYTES_MAX) || undefined,
      message: shortenToBytes(fill.needed(config.text, NOTHING_TO_SAY), TEXT_BYTES_MAX),
      priority: Number(config.priority),
      click: fill.text(config.link, "url") || undefined,
    };
    // Without a connection there are only stand-ins.
    const server = connectionKind ? credentials : { server: PUBLIC_NTFY };
    return { kind: "request", request: postJson(ntfyUrl(server), message, ntfyAuthorization(server)), read: bodyOf };
  },
});
