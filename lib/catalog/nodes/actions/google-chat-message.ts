import { z } from "zod";
import { bodyOf } from "@/lib/catalog/nodes/actions/body-of";
import { describeMessage, messageField, NOTHING_TO_SAY } from "@/lib/catalog/nodes/actions/message";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { postJson } from "@/lib/domain/runs/post";
import { shortenToBytes } from "@/lib/domain/runs/shorten";

/** Google Chat takes 32,000 for all of a message. */
const TEXT_BYTES_MAX = 30_000;

/** https://developers.google.com/workspace/chat/quickstart/webhooks */
export const googleChatMessage = defineNode({
  type: "google-chat-message",
  name: "Google Chat message",
  summary: "Writes a message to a space of Google Chat.",
  kind: "action",
  group: "Messages",
  icon: "messages-square",
  config: z.strictObject({
    connectionId: neededConnection,
    text: messageField("*Stars* make text bold, _lines_ italic. It mentions nobody."),
  }),
  sample: { connectionId: "con_01980000000070008000000000000000", text: "New order {{ trigger.body.data.ticket_id }}" },
  ports: [{ id: "out", name: "Then" }],
  connections: ["google-chat-webhook"],
  describe: ({ text }) => describeMessage("To Google Chat", text),
  outputExample: { name: "spaces/AAAA/messages/BBBB.BBBB", text: "New order TK-1" },
  plan: ({ text }, { fill, credentials: { url = "" } }) => {
    const message = { text: shortenToBytes(breakMarks(fill.needed(text, NOTHING_TO_SAY)), TEXT_BYTES_MAX) };
    return { kind: "request", request: postJson(url, message), read: bodyOf };
  },
});

const ZERO_WIDTH_SPACE = "\u200B";

/**
 * Mentions and links with a text of their own are written `<users/all>` and `<https://…|text>`, and nothing escapes a `<`.
 * https://developers.google.com/workspace/chat/format-messages
 */
function breakMarks(text: string): string {
  return text.replaceAll(/<(?=[a-z]+[/:])/gi, `<${ZERO_WIDTH_SPACE}`);
}
