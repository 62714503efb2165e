import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://developer.gocardless.com/api-reference/#webhooks-overview */
export const gocardless = defineSource({
  id: "gocardless",
  name: "GoCardless",
  summary: "Direct debits: payments, mandates, subscriptions, refunds and payouts.",
  docsUrl: "https://developer.gocardless.com/api-reference/#webhooks-overview",
  color: "#f1f252",
  proof: { kind: "hmac", recipe: { header: "webhook-signature" } },
  secret: { prefix: "", encoding: "hex" },
  event: {
    type: [{ path: "events[0].resource_type" }],
    typeSuffix: { path: "events[0].action" },
    id: [{ path: "meta.webhook_id" }],
  },
  batch: {
    path: "events",
    event: { type: [{ path: "resource_type" }], typeSuffix: { path: "action" }, id: [{ path: "id" }] },
  },
  habits: { deadlineSeconds: null, retries: "It tries again when the answer is no success." },
  setup: [
    "In the GoCardless dashboard, open Developers, and create a webhook endpoint.",
    "Give it a name, and paste the address as URL.",
    "Paste the secret as Secret. If GoCardless made one itself, paste that here instead.",
    "Create the endpoint, and send a test webhook from its page.",
  ],
  samples: [
    {
      name: "A failed payment and a cancelled mandate",
      eventType: "payments.failed",
      headers: {},
      body: {
        events: [
          {
            id: "EV01KJVA3M5Q7T",
            created_at: "2026-03-04T15:00:02.114Z",
            resource_type: "payments",
            action: "failed",
            links: { payment: "PM00K7X2M4Q9" },
            details: {
              origin: "bank",
              cause: "insufficient_funds",
              description: "The customer's account had insufficient funds to make this payment.",
              scheme: "sepa_core",
              reason_code: "AM04",
              will_attempt_retry: false,
            },
            metadata: { member: "0417" },
          },
          {
            id: "EV01KJVA3M5Q7U",
            created_at: "2026-03-04T15:00:02.310Z",
            resource_type: "mandates",
            action: "cancelled",
            links: { mandate: "MD00H3W8N1R6" },
            details: {
              origin: "customer",
              cause: "mandate_cancelled",
              description: "The mandate was cancelled at a bank branch.",
              scheme: "sepa_core",
              reason_code: "MD01",
            },
            metadata: {},
          },
        ],
        meta: { webhook_id: "WB00C5V8B2N4" },
      },
    },
    {
      name: "A payout",
      eventType: "payouts.paid",
      headers: {},
      body: {
        events: [
          {
            id: "EV01KJVB9X2C4V",
            created_at: "2026-03-04T15:20:41.008Z",
            resource_type: "payouts",
            action: "paid",
            links: { payout: "PO00D1F3G5H7" },
            details: { origin: "gocardless", cause: "payout_paid", description: "The payout was paid." },
            metadata: {},
          },
        ],
        meta: { webhook_id: "WB00C5V8B2N5" },
      },
    },
  ],
  vectors: [
    {
      name: "signed with the secret",
      secrets: ["no cards here"],
      headers: { "webhook-signature": "d38b99ca0a16f5920dcd3b54adc53cd573df61c7ddcb7d11ea55dd7189404381" },
      body: '{"events":[{"id":"EV1","resource_type":"payments","action":"confirmed"}]}',
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["no cards here"],
      headers: { "webhook-signature": "d38b99ca0a16f5920dcd3b54adc53cd573df61c7ddcb7d11ea55dd7189404381" },
      body: '{"events":[{"id":"EV1","resource_type":"payments","action":"failed"}]}',
      expect: "reject",
    },
    {
      name: "another secret",
      secrets: ["one card here"],
      headers: { "webhook-signature": "d38b99ca0a16f5920dcd3b54adc53cd573df61c7ddcb7d11ea55dd7189404381" },
      body: '{"events":[{"id":"EV1","resource_type":"payments","action":"confirmed"}]}',
      expect: "reject",
    },
  ],
});
