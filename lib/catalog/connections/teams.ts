import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { webhookUrl } from "@/lib/catalog/connections/webhook-url";

/** https://support.microsoft.com/office/8ae491c7-0394-4861-ba59-055e33f75498 */
export const teamsWebhook = defineConnection({
  id: "teams-webhook",
  name: "Microsoft Teams webhook",
  summary: "Writes to one channel or chat of Microsoft Teams, by its Workflows app.",
  docsUrl: "https://support.microsoft.com/office/8ae491c7-0394-4861-ba59-055e33f75498",
  setup: [
    "In Teams, point at the channel, press the three dots and choose Workflows.",
    "Choose the template “Send webhook alerts to a channel”, or “to a chat”.",
    "Sign in where it asks, choose the team and the channel, and press Save.",
    "Copy the address that it shows at the end. Later, you find it in the first box of the workflow.",
  ],
  config: z.strictObject({ url: webhookUrl("https://….environment.api.powerplatform.com/…") }),
  sample: {
    url: "https://default0.ac.environment.api.powerplatform.com/workflows/a/triggers/manual/paths/invoke?sig=a",
  },
});
