import { z } from "zod";
import { readSlack } from "@/lib/catalog/connections/read-slack";
import { describeMessage, messageField, NOTHING_TO_SAY } from "@/lib/catalog/nodes/actions/message";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { optionalLine } from "@/lib/catalog/nodes/lines";
import { field } from "@/lib/domain/forms/field";
import { postJson } from "@/lib/domain/runs/post";
import { shorten } from "@/lib/domain/runs/shorten";

/** Slack cuts what is longer, and says nothing. */
const TEXT_MAX = 40_000;

/** https://docs.slack.dev/messaging/formatting-message-text#special-mentions */
const MENTIONS = { nobody: "", here: "<!here> ", channel: "<!channel> " } as const;

/** https://docs.slack.dev/reference/methods/chat.postMessage */
export const slackMessage = defineNode({
  type: "slack-message",
  name: "Slack message",
  summary: "Writes a message to a Slack channel.",
  kind: "action",
  group: "Messages",
  icon: "hash",
  config: z.strictObject({
    connectionId: neededConnection,
    channel: optionalLine({
      label: "Channel",
      placeholder: "#orders",
      help: "Its name or its id; the app has to be in it. Leave it empty for an incoming webhook, which has a channel of its own.",
    }),
    mention: field(z.enum(["nobody", "here", "channel"]).default("nobody"), {
      label: "Notify",
      widget: "select",
      choices: [
        { value: "nobody", label: "nobody in particular" },
        { value: "here", label: "everybody who is there now (@here)" },
        { value: "channel", label: "everybody in the channel (@channel)" },
      ],
    }),
    text: messageField(
      "*Stars* make text bold, _lines_ italic. Nothing in the data can mention anybody or hide a link.",
    ),
    thread: optionalLine({
      label: "Reply to",
      placeholder: "{{ steps.slack.ts }}",
      help: "The ts of an earlier message, to answer in its thread. Leave it empty for a new message.",
    }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    channel: "#orders",
    text: "New order {{ trigger.body.data.ticket_id }}",
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["slack", "slack-webhook"],
  describe: ({ channel, text }) => describeMessage(channel ? `To ${channel}` : "To Slack", text),
  outputExample: { channel: "C05KEEPERS", ts: "1772616600.000219" },
  plan: (config, { fill, credentials, connectionKind }) => {
    const text = MENTIONS[config.mention] + escapeMarks(fill.needed(config.text, NOTHING_TO_SAY));
    const thread = fill.text(config.thread).trim();
    const message = { text: shorten(text, TEXT_MAX), ...(thread && { thread_ts: thread }) };
    const { url = "", token = "" } = credentials;
    if (connectionKind === "slack-webhook")
      return { kind: "request", request: postJson(url, message), read: readSlack };

    const channel = fill.text(config.channel).trim();
    // Which kind it is decides whether one is needed, and without a connection at hand that is not known.
    if (channel === "" && connectionKind) fill.complain("There is no channel to write to.");
    const authorization = { name: "authorization", value: `Bearer ${token}` };
    const request = postJson("https://slack.com/api/chat.postMessage", { channel, ...message }, [authorization]);
    return { kind: "request", request, read: readSlack };
  },
});

/** Slack's marks for mentions, links and dates begin with `<`. https://docs.slack.dev/messaging/formatting-message-text#escaping */
function escapeMarks(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
