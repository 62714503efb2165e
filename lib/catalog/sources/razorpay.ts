import { defineSource } from "@/lib/catalog/sources/define-source";

const event = { entity: "event", account_id: "acc_M7kQ2xZp9LwT4v" };

/** https://razorpay.com/docs/webhooks/validate-test/ */
export const razorpay = defineSource({
  id: "razorpay",
  name: "Razorpay",
  summary: "Payments, orders, refunds, subscriptions and settlements.",
  docsUrl: "https://razorpay.com/docs/webhooks/",
  color: "#0c2451",
  proof: { kind: "hmac", recipe: { header: "x-razorpay-signature" } },
  secret: { prefix: "", encoding: "hex" },
  event: { type: [{ path: "event" }], id: [{ header: "x-razorpay-event-id" }] },
  habits: { deadlineSeconds: 5, retries: "It tries again for up to 24 hours, with growing pauses." },
  setup: [
    "In the Razorpay Dashboard, open Account & Settings, Webhooks, and add a new webhook.",
    "Paste the address as Webhook URL, and the secret as Secret.",
    "Choose the active events, and create the webhook.",
  ],
  samples: [
    {
      name: "A captured payment",
      eventType: "payment.captured",
      headers: { "x-razorpay-event-id": "SLm4Xq7Tz2Wp9K" },
      body: {
        ...event,
        event: "payment.captured",
        contains: ["payment"],
        payload: {
          payment: {
            entity: {
              id: "pay_SLm4Vb8Nq1Xc5Z",
              entity: "payment",
              amount: 49900,
              currency: "INR",
              status: "captured",
              order_id: "order_SLm3Hd6Kf9Jg2L",
              method: "upi",
              captured: true,
              description: "Masala tin, 500 g",
              vpa: "priya@example",
              email: "priya@example.com",
              contact: "+910000000000",
              notes: { shelf: "B4" },
              fee: 1178,
              tax: 180,
              error_code: null,
              created_at: 1772611190,
            },
          },
        },
        created_at: 1772611200,
      },
    },
    {
      name: "A failed payment",
      eventType: "payment.failed",
      headers: { "x-razorpay-event-id": "SLm6Rw3Ey8Uo1P" },
      body: {
        ...event,
        event: "payment.failed",
        contains: ["payment"],
        payload: {
          payment: {
            entity: {
              id: "pay_SLm6As2Df4Gh7J",
              entity: "payment",
              amount: 129900,
              currency: "INR",
              status: "failed",
              order_id: "order_SLm5Zx8Cv1Bn3M",
              method: "card",
              captured: false,
              email: "arjun@example.com",
              contact: "+910000000001",
              notes: [],
              error_code: "BAD_REQUEST_ERROR",
              error_description: "Payment was declined by the bank.",
              error_reason: "payment_failed",
              created_at: 1772611710,
            },
          },
        },
        created_at: 1772611722,
      },
    },
  ],
  vectors: [
    {
      name: "the example in Razorpay's library",
      secrets: ["123456"],
      headers: { "x-razorpay-signature": "2fe04e22977002e6c7cb553adab8b460cb9e2a4970d5953cb27a8472752e3bbc" },
      body: '{"a":1,"b":2,"c":{"d":3}}',
      expect: "accept",
    },
    {
      name: "Razorpay's example with another body",
      secrets: ["123456"],
      headers: { "x-razorpay-signature": "2fe04e22977002e6c7cb553adab8b460cb9e2a4970d5953cb27a8472752e3bbc" },
      body: '{"a":1,"b":2,"c":{"d":4}}',
      expect: "reject",
    },
    {
      name: "Razorpay's example with another secret",
      secrets: ["1234567"],
      headers: { "x-razorpay-signature": "2fe04e22977002e6c7cb553adab8b460cb9e2a4970d5953cb27a8472752e3bbc" },
      body: '{"a":1,"b":2,"c":{"d":3}}',
      expect: "reject",
    },
  ],
});
