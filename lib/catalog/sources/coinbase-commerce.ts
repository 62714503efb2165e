import { defineSource } from "@/lib/catalog/sources/define-source";

const charge = {
  code: "K7M2X9QZ",
  name: "Harbour mug",
  description: "Enamel, blue.",
  hosted_url: "https://commerce.coinbase.com/charges/K7M2X9QZ",
  created_at: "2026-03-04T15:40:00Z",
  expires_at: "2026-03-04T16:40:00Z",
  pricing_type: "fixed_price",
  pricing: { local: { amount: "14.00", currency: "EUR" } },
  metadata: { order: "MUG-88", customer: "lars@example.com" },
};

/** https://docs.cdp.coinbase.com/commerce/introduction/webhooks */
export const coinbaseCommerce = defineSource({
  id: "coinbase-commerce",
  name: "Coinbase Commerce",
  summary: "Charges that were created, paid or missed.",
  docsUrl: "https://docs.cdp.coinbase.com/commerce/introduction/webhooks",
  color: "#0052ff",
  proof: { kind: "hmac", recipe: { header: "x-cc-webhook-signature" } },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  // Around the event stands the delivery, whose own id changes with each try.
  event: { type: [{ path: "event.type" }], id: [{ path: "event.id" }] },
  habits: { deadlineSeconds: null, retries: "It tries again for up to three days, with growing pauses." },
  setup: [
    "In Coinbase Commerce, open Settings, Notifications, and find the webhook subscriptions.",
    "Add an endpoint, and paste the address.",
    "Show the shared secret, and paste it here.",
    "Send a test from the endpoint's menu.",
  ],
  samples: [
    {
      name: "A paid charge",
      eventType: "charge:confirmed",
      headers: {},
      body: {
        id: "5d0f7a3e-1c84-4b69-9e2d-8a7b6c5d4e3f",
        scheduled_for: "2026-03-04T15:52:20Z",
        attempt_number: 1,
        event: {
          id: "c1b0a9f8-e7d6-4c5b-8a49-382716f5e4d3",
          resource: "event",
          type: "charge:confirmed",
          api_version: "2018-03-22",
          created_at: "2026-03-04T15:52:19Z",
          data: {
            ...charge,
            confirmed_at: "2026-03-04T15:52:18Z",
            timeline: [
              { time: "2026-03-04T15:40:00Z", status: "NEW" },
              { time: "2026-03-04T15:50:41Z", status: "PENDING" },
              { time: "2026-03-04T15:52:18Z", status: "COMPLETED" },
            ],
            payments: [
              {
                network: "ethereum",
                status: "CONFIRMED",
                value: { local: { amount: "14.00", currency: "EUR" }, crypto: { amount: "0.0046", currency: "ETH" } },
              },
            ],
          },
        },
      },
    },
    {
      name: "A new charge",
      eventType: "charge:created",
      headers: {},
      body: {
        id: "5d0f7a3e-1c84-4b69-9e2d-8a7b6c5d4e40",
        scheduled_for: "2026-03-04T15:40:01Z",
        attempt_number: 1,
        event: {
          id: "c1b0a9f8-e7d6-4c5b-8a49-382716f5e4d4",
          resource: "event",
          type: "charge:created",
          api_version: "2018-03-22",
          created_at: "2026-03-04T15:40:00Z",
          data: { ...charge, timeline: [{ time: "2026-03-04T15:40:00Z", status: "NEW" }], payments: [] },
        },
      },
    },
  ],
  vectors: [
    {
      name: "signed with the shared secret",
      secrets: ["heads or tails"],
      headers: { "x-cc-webhook-signature": "7baa51041bf88d09452cea0d2f9272b19cad1b0a001740166a650039a397c343" },
      body: '{"event":{"id":"1","type":"charge:pending"}}',
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["heads or tails"],
      headers: { "x-cc-webhook-signature": "7baa51041bf88d09452cea0d2f9272b19cad1b0a001740166a650039a397c343" },
      body: '{"event":{"id":"1","type":"charge:confirmed"}}',
      expect: "reject",
    },
    {
      name: "another secret",
      secrets: ["heads"],
      headers: { "x-cc-webhook-signature": "7baa51041bf88d09452cea0d2f9272b19cad1b0a001740166a650039a397c343" },
      body: '{"event":{"id":"1","type":"charge:pending"}}',
      expect: "reject",
    },
  ],
});
