import { defineSource } from "@/lib/catalog/sources/define-source";
import { standardWebhooksRecipe } from "@/lib/catalog/sources/standard-webhooks-recipe";

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
export const standardWebhooks = defineSource({
  id: "standard-webhooks",
  name: "Standard Webhooks",
  summary: "Every sender that follows the Standard Webhooks specification.",
  docsUrl: "https://www.standardwebhooks.com",
  color: "#3b6fd8",
  proof: { kind: "hmac", recipe: standardWebhooksRecipe("webhook") },
  secret: { prefix: "whsec_", encoding: "base64" },
  bodies: "checked",
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
  vectors: [
    {
      name: "the reference vector of Standard Webhooks",
      secrets: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
      headers: {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      },
      body: '{"test": 2432232314}',
      nowSeconds: 1614265330,
      expect: "accept",
    },
    {
      name: "the reference vector, exactly five minutes later",
      secrets: ["MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
      headers: {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      },
      body: '{"test": 2432232314}',
      nowSeconds: 1614265630,
      expect: "accept",
    },
    {
      name: "the reference vector, a second later than that",
      secrets: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
      headers: {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      },
      body: '{"test": 2432232314}',
      nowSeconds: 1614265631,
      expect: "reject",
    },
    {
      name: "the reference vector, as seen by a clock that is slow by more than five minutes",
      secrets: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
      headers: {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      },
      body: '{"test": 2432232314}',
      nowSeconds: 1614265029,
      expect: "reject",
    },
    {
      name: "the reference vector among signatures of other versions and other secrets",
      secrets: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
      headers: {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature":
          "v1a,AAAA v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      },
      body: '{"test": 2432232314}',
      nowSeconds: 1614265330,
      expect: "accept",
    },
    {
      name: "a right signature under another version's mark",
      secrets: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
      headers: {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      },
      body: '{"test": 2432232314}',
      nowSeconds: 1614265330,
      expect: "reject",
    },
    {
      name: "an empty signature behind the mark",
      secrets: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
      headers: {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,",
      },
      body: '{"test": 2432232314}',
      nowSeconds: 1614265330,
      expect: "reject",
    },
    {
      name: "the reference vector without its id",
      secrets: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
      headers: {
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      },
      body: '{"test": 2432232314}',
      nowSeconds: 1614265330,
      expect: "reject",
    },
    {
      name: "the reference vector without its time",
      secrets: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
      headers: {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      },
      body: '{"test": 2432232314}',
      nowSeconds: 1614265330,
      expect: "reject",
    },
    {
      name: "the reference vector with a time in words",
      secrets: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
      headers: {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330.0",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      },
      body: '{"test": 2432232314}',
      nowSeconds: 1614265330,
      expect: "reject",
    },
    {
      name: "a secret that is not base64",
      secrets: ["whsec_not base64!"],
      headers: {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      },
      body: '{"test": 2432232314}',
      nowSeconds: 1614265330,
      expect: "reject",
    },
  ],
});
