import { defineSource } from "@/lib/catalog/sources/define-source";
import { mailgunVerifier } from "@/lib/catalog/sources/verifiers/mailgun";

const token = "0123456789abcdef0123456789abcdef0123456789abcdef01";
const signature = "bb1cf287a393a848a52ef338cfb9a0c56920dce52adf9b456cad8d719301e9c4";

/** https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks */
export const mailgun = defineSource({
  id: "mailgun",
  name: "Mailgun",
  summary: "What becomes of your mail, and mail that people send to you. Only its time and a token are signed.",
  docsUrl: "https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/webhooks",
  color: "#c12126",
  proof: { kind: "own", verifier: mailgunVerifier },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  event: { type: [{ path: "event-data.event" }], id: [{ path: "event-data.id" }, { path: "token" }] },
  // Mailgun counts 200 as received, 406 as refused for good, and anything else as a failure.
  replies: { accepted: { status: 200, contentType: "text/plain", body: "" } },
  habits: {
    deadlineSeconds: null,
    retries: "Mailgun tries again for about eight hours, at growing intervals. The answer 406 stops it.",
  },
  setup: [
    "In Mailgun, open Send, Sending, Webhooks, and choose your domain.",
    "Copy the HTTP webhook signing key and paste it here.",
    "Press Add webhook, choose an event and paste the address. Repeat this for each event.",
    "For incoming mail, open Receive and make a route that forwards to the address.",
  ],
  samples: [
    {
      name: "A delivered mail",
      eventType: "delivered",
      headers: {},
      body: {
        signature: { timestamp: "1760000000", token, signature },
        "event-data": {
          event: "delivered",
          id: "LAMPlampLAMPlamp000071",
          timestamp: 1772616600.219,
          "log-level": "info",
          recipient: "ines@example.com",
          "recipient-domain": "example.com",
          tags: ["receipts"],
          message: {
            headers: {
              from: "shop@example.com",
              to: "ines@example.com",
              subject: "Your receipt",
              "message-id": "71@example.com",
            },
          },
          "delivery-status": { code: 250, message: "OK", "attempt-no": 1 },
        },
      },
    },
    {
      name: "A mail that failed for good",
      eventType: "failed",
      headers: {},
      body: {
        signature: { timestamp: "1760000000", token, signature },
        "event-data": {
          event: "failed",
          id: "LAMPlampLAMPlamp000072",
          timestamp: 1772616660,
          "log-level": "error",
          severity: "permanent",
          reason: "bounce",
          recipient: "nobody@example.com",
          message: { headers: { from: "shop@example.com", to: "nobody@example.com", subject: "Your receipt" } },
          "delivery-status": { code: 550, message: "5.1.1 The mailbox does not exist" },
        },
      },
    },
  ],
  vectors: [
    {
      name: "an event",
      secrets: ["mailgun-lantern"],
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        signature: { timestamp: "1760000000", token, signature },
        "event-data": { event: "opened" },
      }),
      expect: "accept",
    },
    {
      name: "a message from a route, which is a form",
      secrets: ["mailgun-lantern"],
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `subject=Hello&timestamp=1760000000&token=${token}&signature=${signature}`,
      expect: "accept",
    },
    {
      name: "an event of ten minutes ago, where the endpoint sets a limit of five",
      secrets: ["mailgun-lantern"],
      options: { toleranceSeconds: 300 },
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ signature: { timestamp: "1760000000", token, signature } }),
      nowSeconds: 1760000600,
      expect: "reject",
    },
    {
      name: "an event with another time",
      secrets: ["mailgun-lantern"],
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ signature: { timestamp: "1760000001", token, signature } }),
      expect: "reject",
    },
    {
      name: "an event with another account's key",
      secrets: ["mailgun-candle"],
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ signature: { timestamp: "1760000000", token, signature } }),
      expect: "reject",
    },
    {
      name: "an event without a signature",
      secrets: ["mailgun-lantern"],
      headers: { "content-type": "application/json" },
      body: '{"event-data":{"event":"opened"}}',
      expect: "reject",
    },
  ],
});
