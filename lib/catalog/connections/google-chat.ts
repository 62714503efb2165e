import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { webhookUrl } from "@/lib/catalog/connections/webhook-url";

/** https://developers.google.com/workspace/chat/quickstart/webhooks */
export const googleChatWebhook = defineConnection({
  id: "google-chat-webhook",
  name: "Google Chat webhook",
  summary: "Writes to one space of Google Chat. It takes a Google Workspace account.",
  docsUrl: "https://developers.google.com/workspace/chat/quickstart/webhooks",
  setup: [
    "Open chat.google.com in a browser, and the space that it should write to.",
    "Press the arrow beside the space's name, and choose Apps & integrations.",
    "Press Add webhooks, give it a name and press Save.",
    "Press the three dots beside it, and copy the link.",
  ],
  config: z.strictObject({ url: webhookUrl("https://chat.googleapis.com/v1/spaces/…") }),
  sample: { url: "https://chat.googleapis.com/v1/spaces/AAAA/messages?key=a-key&token=a-token" },
});
