import { z } from "zod";
import { describeMessage, messageField, NOTHING_TO_SAY } from "@/lib/catalog/nodes/actions/message";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { optionalLine } from "@/lib/catalog/nodes/lines";
import { postJson } from "@/lib/domain/runs/post";
import { shortenToBytes } from "@/lib/domain/runs/shorten";

/** Teams takes 28 KB for all of a message, and every line is a block of 90 bytes more. */
const TEXT_BYTES_MAX = 16_000;

/** https://learn.microsoft.com/connectors/teams/#microsoft-teams-webhook */
export const teamsMessage = defineNode({
  type: "teams-message",
  name: "Teams message",
  summary: "Writes a message to a channel or chat of Microsoft Teams.",
  kind: "action",
  group: "Messages",
  icon: "users",
  config: z.strictObject({
    connectionId: neededConnection,
    title: optionalLine({ label: "Title", placeholder: "New order", help: "Stands above the message, in bold." }),
    text: messageField("Plain text: it looks in Teams as it does here."),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    title: "New order",
    text: "{{ trigger.body.data.ticket_id }} has priority {{ trigger.body.data.priority }}.",
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["teams-webhook"],
  describe: ({ title, text }) => describeMessage(title || "To Teams", text),
  outputExample: { status: 202, headers: {}, body: "" },
  plan: ({ title, text }, { fill, credentials: { url = "" } }) => {
    const heading = fill.text(title).trim();
    const lines = shortenToBytes(fill.needed(text, NOTHING_TO_SAY), TEXT_BYTES_MAX).split(/\r?\n/);
    const body = [
      ...(heading ? [line({ text: heading, size: "Large", weight: "Bolder" })] : []),
      ...lines.map((each) => line({ text: each || " " })),
    ];
    return { kind: "request", request: postJson(url, { type: "message", attachments: [attachment(body)] }) };
  },
});

/** Where a `TextBlock` reads Markdown, and so would find links in the data, a `TextRun` reads nothing. */
function line(run: { text: string; size?: string; weight?: string }) {
  return { type: "RichTextBlock", spacing: "None", inlines: [{ type: "TextRun", ...run }] };
}

function attachment(body: unknown[]) {
  return {
    contentType: "application/vnd.microsoft.card.adaptive",
    contentUrl: null,
    content: {
      $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
      type: "AdaptiveCard",
      version: "1.4",
      body,
      msteams: { width: "Full" },
    },
  };
}
