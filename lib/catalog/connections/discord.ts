import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { webhookUrl } from "@/lib/catalog/connections/webhook-url";

/** https://docs.discord.com/developers/resources/webhook */
export const discordWebhook = defineConnection({
  id: "discord-webhook",
  name: "Discord webhook",
  summary: "Writes to one Discord channel.",
  docsUrl: "https://docs.discord.com/developers/resources/webhook",
  setup: [
    "In Discord, point at the channel and open its settings, the wheel. You need the right to manage webhooks.",
    "Under Integrations, press Create Webhook, or View Webhooks and then New Webhook.",
    "Give it a name, and press Copy Webhook URL.",
  ],
  config: z.strictObject({ url: webhookUrl("https://discord.com/api/webhooks/…") }),
  sample: { url: "https://discord.com/api/webhooks/1200000000000000000/a-token" },
  // What it answers holds the token once more.
  test: ({ url }) => ({
    request: { method: "GET", url, headers: [], body: "" },
    read: () => ({ ok: true, output: null }),
  }),
});
