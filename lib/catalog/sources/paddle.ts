import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://developer.paddle.com/webhooks/signature-verification */
export const paddle = defineSource({
  id: "paddle",
  name: "Paddle",
  summary: "Transactions, subscriptions and customers of Paddle Billing.",
  docsUrl: "https://developer.paddle.com/webhooks/overview",
  color: "#fddd35",
  proof: {
    kind: "hmac",
    recipe: {
      header: "paddle-signature",
      separator: ";",
      prefix: "h1=",
      timestampPrefix: "ts=",
      signedContent: "{timestamp}:{body}",
      // As narrow as in Paddle's own library; a retry is signed anew.
      toleranceSeconds: 5,
      allowsFuture: true,
    },
  },
  secret: { prefix: "pdl_ntfset_", encoding: "hex" },
  secretBy: "sender",
  event: { type: [{ path: "event_type" }], id: [{ path: "event_id" }] },
  habits: { deadlineSeconds: 5, retries: "It tries about 60 times within three days." },
  setup: [
    "In Paddle, open Developer tools, Notifications, New destination.",
    "Choose Webhook as type, and paste the address as URL.",
    "Choose the events, and save the destination.",
    "Edit the destination again, copy its secret key, and paste it here.",
  ],
  samples: [
    {
      name: "A completed transaction",
      eventType: "transaction.completed",
      headers: {},
      body: {
        event_id: "evt_01kjv5m8r2x7q4w9e1t6y3u5i0",
        event_type: "transaction.completed",
        occurred_at: "2026-03-04T13:20:07.331442Z",
        notification_id: "ntf_01kjv5m8t9p2a5s8d1f4g7h0j3",
        data: {
          id: "txn_01kjv5kq3z6x9c2v5b8n1m4k7l",
          status: "completed",
          origin: "web",
          customer_id: "ctm_01kjv4zz0q1w2e3r4t5y6u7i8o",
          subscription_id: null,
          invoice_number: "48213-10007",
          currency_code: "EUR",
          custom_data: { campaign: "spring" },
          items: [{ price: { id: "pri_01kh2a4s6d8f0g1h3j5k7l9z2x", name: "Sea chart, digital" }, quantity: 1 }],
          details: { totals: { subtotal: "2500", tax: "475", total: "2975", currency_code: "EUR" } },
          billed_at: "2026-03-04T13:20:05.118Z",
        },
      },
    },
    {
      name: "A cancelled subscription",
      eventType: "subscription.canceled",
      headers: {},
      body: {
        event_id: "evt_01kjv6c1d3f5g7h9j2k4l6z8x0",
        event_type: "subscription.canceled",
        occurred_at: "2026-03-04T13:32:40.902113Z",
        notification_id: "ntf_01kjv6c1m5n7b9v2c4x6z8a0s1",
        data: {
          id: "sub_01kgb7q9w1e3r5t7y9u2i4o6p8",
          status: "canceled",
          customer_id: "ctm_01kjv4zz0q1w2e3r4t5y6u7i8o",
          currency_code: "EUR",
          billing_cycle: { interval: "month", frequency: 1 },
          next_billed_at: null,
          canceled_at: "2026-03-04T13:32:40.518Z",
        },
      },
    },
  ],
  vectors: [
    {
      name: "the example in Paddle's library",
      secrets: ["VALID_SECRET"],
      headers: {
        "paddle-signature": "ts=1698796800;h1=a300428748dce5c70e4da19bffd60769591ea969c99dea3105d0ec9612cf43f9",
      },
      body: '{"data": ["1", "2"]}',
      nowSeconds: 1698796805,
      expect: "accept",
    },
    {
      name: "Paddle's example beside a signature with the next secret",
      secrets: ["VALID_SECRET"],
      headers: {
        "paddle-signature":
          "ts=1698796800;h1=a300428748dce5c70e4da19bffd60769591ea969c99dea3105d0ec9612cf43f9;h1=8a487ca223f75f6496663e7ad27146e0e9f2d892d1720e6d4e1b13aeab123e5d",
      },
      body: '{"data": ["1", "2"]}',
      nowSeconds: 1698796800,
      expect: "accept",
    },
    {
      name: "Paddle's example, six seconds late",
      secrets: ["VALID_SECRET"],
      headers: {
        "paddle-signature": "ts=1698796800;h1=a300428748dce5c70e4da19bffd60769591ea969c99dea3105d0ec9612cf43f9",
      },
      body: '{"data": ["1", "2"]}',
      nowSeconds: 1698796806,
      expect: "reject",
    },
    {
      name: "Paddle's example with spaces put in",
      secrets: ["VALID_SECRET"],
      headers: {
        "paddle-signature": "ts=1698796800;h1=a300428748dce5c70e4da19bffd60769591ea969c99dea3105d0ec9612cf43f9",
      },
      body: '{ "data": [ "1", "2" ]}',
      nowSeconds: 1698796800,
      expect: "reject",
    },
  ],
});
