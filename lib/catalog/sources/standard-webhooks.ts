import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
export const standardWebhooks = defineSource({
  id: "standard-webhooks",
  name: "Standard Webhooks",
  summary: "Every sender that follows the Standard Webhooks specification.",
  docsUrl: "https://www.standardwebhooks.com",
  proof: {
    kind: "hmac",
    recipe: {
      header: "webhook-signature",
      separator: " ",
      prefix: "v1,",
      encoding: "base64",
      keyEncoding: "base64",
      keyPrefix: "whsec_",
      idHeader: "webhook-id",
      timestampHeader: "webhook-timestamp",
      signedContent: "{id}.{timestamp}.{body}",
    },
  },
  secret: { prefix: "whsec_", encoding: "base64" },
  event: { type: [{ path: "type" }], id: [{ header: "webhook-id" }] },
  setup: [
    "In the sender's settings, add a webhook endpoint with the address shown here.",
    "If the sender shows a secret that begins with whsec_, paste it here; if it asks for one, copy ours.",
    "Choose the events it should send, and send a test.",
  ],
  samples: [
    {
      name: "A paid invoice",
      eventType: "invoice.paid",
      headers: { "webhook-id": "msg_4hRz0Lq7" },
      body: {
        type: "invoice.paid",
        timestamp: "2026-03-04T09:30:00Z",
        data: {
          id: "inv_3061",
          number: "2026-0117",
          total: 24900,
          currency: "eur",
          customer: { id: "cus_88", email: "ap@example.com" },
        },
      },
    },
    {
      name: "A changed contact",
      eventType: "contact.updated",
      headers: { "webhook-id": "msg_4hRz0Lq8" },
      body: {
        type: "contact.updated",
        timestamp: "2026-03-04T09:31:12Z",
        data: {
          id: "con_512",
          first_name: "Lena",
          last_name: "Fischer",
          email: "lena@example.com",
          tags: ["customer", "newsletter"],
        },
      },
    },
  ],
});
