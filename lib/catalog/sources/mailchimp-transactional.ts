import { defineSource } from "@/lib/catalog/sources/define-source";
import { mandrillVerifier } from "@/lib/catalog/sources/verifiers/mandrill";
import { formFields } from "@/lib/domain/deliveries/form-fields";
import { headerValues } from "@/lib/domain/signatures/signed-request";

const form = { "content-type": "application/x-www-form-urlencoded" };
const event = "mandrill_events=%5B%7B%22event%22%3A%22open%22%2C%22_id%22%3A%227f3a%22%2C%22ts%22%3A1760000000%7D%5D";
/** No longer than an empty list in a form has to be. */
const SHORT_BYTES = 100;
const url = "https://bell.example.com/h/mandrill?shop=1";

/** https://mailchimp.com/developer/transactional/guides/track-respond-activity-webhooks/#authenticating-webhook-requests */
export const mailchimpTransactional = defineSource({
  id: "mailchimp-transactional",
  name: "Mailchimp Transactional",
  summary: "What becomes of the mail that you send with Mandrill: sent, opened, clicked, bounced, rejected.",
  docsUrl: "https://mailchimp.com/developer/transactional/guides/track-respond-activity-webhooks/",
  color: "#00bfa5",
  scheme: "mandrill",
  proof: { kind: "own", verifier: mandrillVerifier },
  secret: { prefix: "", encoding: "base64" },
  secretBy: "sender",
  event: { type: [{ path: "$[0].event" }], id: [] },
  batch: {
    path: "$",
    event: {
      type: [{ path: "event" }, { path: "type" }],
      id: [{ all: [{ path: "_id" }, { path: "event" }, { path: "ts" }] }],
    },
  },
  handshakes: [
    {
      // When the address is saved, before there is a key to sign with.
      needsProof: false,
      answer: ({ method, headers, body }) => {
        if (method === "HEAD") return { status: 200 };
        if (body.length > SHORT_BYTES) return undefined;
        const [only, ...others] = formFields(body, headerValues(headers, "content-type")[0] ?? "");
        const isEmpty = only?.[0] === "mandrill_events" && only[1].trim() === "[]" && others.length === 0;
        return isEmpty ? { status: 200 } : undefined;
      },
    },
  ],
  habits: { deadlineSeconds: null, retries: "Mandrill tries again several times, at growing intervals." },
  setup: [
    "In Mailchimp Transactional, open Settings, Webhooks, and press Add a Webhook.",
    "Choose the events, paste the address as Post to URL, and create the webhook.",
    "In the list of webhooks, show the webhook's Key and paste it here.",
    "The address counts to the letter, because it is signed: do not change it on the way, in a proxy for instance.",
  ],
  samples: [
    {
      name: "An opened mail",
      eventType: "open",
      headers: form,
      body: `mandrill_events=${encodeURIComponent(
        JSON.stringify([
          {
            event: "open",
            _id: "5b1f7c3017d611f19c0e3f1a2b7d9e10",
            ts: 1772616600,
            ip: "192.0.2.71",
            user_agent: "Mozilla/5.0",
            msg: {
              _id: "5b1f7c3017d611f19c0e3f1a2b7d9e10",
              ts: 1772613000,
              state: "sent",
              subject: "Your receipt",
              email: "ines@example.com",
              sender: "shop@example.com",
              tags: ["receipts"],
              metadata: { order_id: "A-2041" },
            },
          },
        ]),
      )}`,
    },
  ],
  vectors: [
    {
      name: "an event",
      secrets: ["mandrill-lantern"],
      url,
      headers: { ...form, "x-mandrill-signature": "CKhCqT3iAb7SMz+53zMjr6jEGZE=" },
      body: event,
      expect: "accept",
    },
    {
      name: "an event that was changed on its way",
      secrets: ["mandrill-lantern"],
      url,
      headers: { ...form, "x-mandrill-signature": "CKhCqT3iAb7SMz+53zMjr6jEGZE=" },
      body: event.replace("open", "send"),
      expect: "reject",
    },
    {
      name: "an event at another address",
      secrets: ["mandrill-lantern"],
      url: "https://bell.example.com/h/mandrill?shop=2",
      headers: { ...form, "x-mandrill-signature": "CKhCqT3iAb7SMz+53zMjr6jEGZE=" },
      body: event,
      expect: "reject",
    },
    {
      name: "an event whose signature is half of one",
      secrets: ["mandrill-lantern"],
      url,
      headers: { ...form, "x-mandrill-signature": "CKhCqT3iAb7SMz+5" },
      body: event,
      expect: "reject",
    },
  ],
});
