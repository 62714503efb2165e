import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://developer.squareup.com/docs/webhooks/step3validate */
export const square = defineSource({
  id: "square",
  name: "Square",
  summary: "Payments, refunds, orders, customers and bookings.",
  docsUrl: "https://developer.squareup.com/docs/webhooks/overview",
  color: "#3e4348",
  proof: {
    kind: "hmac",
    recipe: { header: "x-square-hmacsha256-signature", encoding: "base64", signedContent: "{url}{body}" },
  },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  event: { type: [{ path: "type" }], id: [{ path: "event_id" }] },
  habits: { deadlineSeconds: 10, retries: "It tries again for up to 24 hours." },
  setup: [
    "In Square's Developer Console, open your application, Webhooks, Subscriptions, Add subscription.",
    "Paste the address as Notification URL. Square signs it along, so it has to be exactly the one shown here.",
    "Choose the events, and save.",
    "Open the subscription, show its Signature Key, and paste it here.",
  ],
  samples: [
    {
      name: "A finished payment",
      eventType: "payment.updated",
      headers: {},
      body: {
        merchant_id: "MLQ2V7K9ZT4XR",
        location_id: "LB5N8W3C6YD1P",
        type: "payment.updated",
        event_id: "4d1e7b60-9c35-4f82-a0d6-b7c8e9f0a123",
        created_at: "2026-03-04T13:02:44.518Z",
        data: {
          type: "payment",
          id: "hT3vQ9xKpW2mZ7rLsN4bY6dJfC8Y",
          object: {
            payment: {
              id: "hT3vQ9xKpW2mZ7rLsN4bY6dJfC8Y",
              status: "COMPLETED",
              amount_money: { amount: 1250, currency: "GBP" },
              tip_money: { amount: 150, currency: "GBP" },
              total_money: { amount: 1400, currency: "GBP" },
              source_type: "CARD",
              card_details: { status: "CAPTURED", card: { card_brand: "VISA", last_4: "1111" }, entry_method: "EMV" },
              location_id: "LB5N8W3C6YD1P",
              order_id: "nQ8wE5rT2yU7iO4pA1sD9fG3hJ6Y",
              receipt_number: "hT3v",
              created_at: "2026-03-04T13:02:39.881Z",
              updated_at: "2026-03-04T13:02:44.402Z",
            },
          },
        },
      },
    },
    {
      name: "A new customer",
      eventType: "customer.created",
      headers: {},
      body: {
        merchant_id: "MLQ2V7K9ZT4XR",
        type: "customer.created",
        event_id: "4d1e7b60-9c35-4f82-a0d6-b7c8e9f0a124",
        created_at: "2026-03-04T13:05:10.027Z",
        data: {
          type: "customer",
          id: "R5T7Y9U1I3O5P7A9S1D3F5G7H9",
          object: {
            customer: {
              id: "R5T7Y9U1I3O5P7A9S1D3F5G7H9",
              given_name: "Gwen",
              family_name: "Pritchard",
              email_address: "gwen@example.com",
              created_at: "2026-03-04T13:05:09.8Z",
            },
          },
        },
      },
    },
  ],
  vectors: [
    {
      name: "an example in Square's library",
      secrets: ["signature-key"],
      url: "https://webhook.site/webhooks",
      headers: { "x-square-hmacsha256-signature": "W3FlCNk5IA3ZQ2LHTWoajvzfaDu/OwY2tNHIHC3IUOA=" },
      body: '{"data":{"type":"webhooks","id":"fake_id"}}',
      expect: "accept",
    },
    {
      name: "Square's example at another address",
      secrets: ["signature-key"],
      url: "https://webhook.site/webhooks/",
      headers: { "x-square-hmacsha256-signature": "W3FlCNk5IA3ZQ2LHTWoajvzfaDu/OwY2tNHIHC3IUOA=" },
      body: '{"data":{"type":"webhooks","id":"fake_id"}}',
      expect: "reject",
    },
    {
      name: "Square's example with another body",
      secrets: ["signature-key"],
      url: "https://webhook.site/webhooks",
      headers: { "x-square-hmacsha256-signature": "W3FlCNk5IA3ZQ2LHTWoajvzfaDu/OwY2tNHIHC3IUOA=" },
      body: '{"data":{"type":"webhooks","id":"real_id"}}',
      expect: "reject",
    },
  ],
});
