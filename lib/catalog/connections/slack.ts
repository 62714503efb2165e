import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { readSlack } from "@/lib/catalog/connections/read-slack";
import { webhookUrl } from "@/lib/catalog/connections/webhook-url";
import { field } from "@/lib/domain/forms/field";
import { postJson } from "@/lib/domain/runs/post";

/** https://docs.slack.dev/reference/methods/auth.test */
export const slack = defineConnection({
  id: "slack",
  name: "Slack app",
  summary: "Writes to any channel that your Slack app is in.",
  docsUrl: "https://docs.slack.dev/reference/methods/chat.postMessage",
  setup: [
    "Open api.slack.com/apps, press Create New App and choose From scratch.",
    "Under OAuth & Permissions, Bot Token Scopes, add chat:write. Add chat:write.public, too, if it may write to public channels that it is not in.",
    "Press Install to Workspace, and copy the Bot User OAuth Token, which begins with xoxb-.",
    "In Slack, go to the channel and write /invite and the app's name.",
  ],
  config: z.strictObject({
    token: field(
      z
        .string()
        .trim()
        .regex(/^xox\S+$/, "A bot's token begins with xoxb-.")
        .max(500),
      {
        label: "Bot User OAuth Token",
        widget: "secret",
        placeholder: "xoxb-…",
      },
    ),
  }),
  sample: { token: "xoxb-a-token" },
  test: ({ token }) => ({
    request: postJson("https://slack.com/api/auth.test", {}, [{ name: "authorization", value: `Bearer ${token}` }]),
    read: readSlack,
  }),
});

/** https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
export const slackWebhook = defineConnection({
  id: "slack-webhook",
  name: "Slack incoming webhook",
  summary: "Writes to one Slack channel, and needs nothing but an address.",
  docsUrl: "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks",
  setup: [
    "Open api.slack.com/apps and choose your app, or press Create New App.",
    "Under Incoming Webhooks, turn on Activate Incoming Webhooks.",
    "Press Add New Webhook to Workspace, and choose the channel.",
    "Copy the Webhook URL, which begins with https://hooks.slack.com/services/.",
  ],
  config: z.strictObject({ url: webhookUrl("https://hooks.slack.com/services/…") }),
  sample: { url: "https://hooks.slack.com/services/T000/B000/a-secret" },
});
