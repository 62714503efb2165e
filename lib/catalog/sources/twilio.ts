import { defineSource } from "@/lib/catalog/sources/define-source";
import { twilioVectors } from "@/lib/catalog/sources/twilio-vectors";
import { twilioVerifier } from "@/lib/catalog/sources/verifiers/twilio";

/** https://www.twilio.com/docs/usage/webhooks/webhooks-security */
export const twilio = defineSource({
  id: "twilio",
  name: "Twilio",
  summary: "Text messages, calls and what becomes of them.",
  docsUrl: "https://www.twilio.com/docs/usage/webhooks",
  color: "#f22f46",
  scheme: "twilio-form",
  proof: { kind: "own", verifier: twilioVerifier },
  otherProofs: { "twilio-json": { kind: "own", verifier: twilioVerifier } },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  methods: ["GET", "POST"],
  event: {
    type: [
      { path: "MessageStatus" },
      { path: "SmsStatus" },
      { path: "RecordingStatus" },
      { path: "CallStatus" },
      { path: "$[0].type" },
    ],
    id: [
      { all: [{ path: "MessageSid" }, { path: "MessageStatus" }] },
      { all: [{ path: "MessageSid" }, { path: "SmsStatus" }] },
      { all: [{ path: "RecordingSid" }, { path: "RecordingStatus" }] },
      // A call asks several times in one state: what to do now, and with these digits.
      { all: [{ path: "CallSid" }, { path: "CallStatus" }, { path: "SequenceNumber" }] },
      { header: "i-twilio-idempotency-token" },
    ],
  },
  batch: { path: "$", event: { type: [{ path: "type" }], id: [{ path: "id" }] } },
  // Twilio does what the answer says, and complains of one that is no TwiML.
  replies: {
    accepted: {
      status: 200,
      contentType: "text/xml",
      body: '<?xml version="1.0" encoding="UTF-8"?><Response></Response>',
    },
  },
  habits: {
    deadlineSeconds: 15,
    retries:
      "Twilio does not try again unless the address says so, and asks the number's fallback address if it has one.",
  },
  setup: [
    "In the Twilio Console, copy the Auth Token from Account Info and paste it here as the secret.",
    "Open Phone Numbers, Manage, Active numbers, and choose your number.",
    "Under Messaging, A message comes in, choose Webhook, paste the address and choose HTTP POST.",
    "For calls, do the same under Voice, A call comes in. Save the configuration.",
  ],
  samples: [
    {
      name: "A text message",
      eventType: "received",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "ToCountry=GB&SmsMessageSid=SM4f1c0e3f1a2b7d9e105b1f7c3017d611&NumMedia=0&SmsStatus=received&FromCountry=GB&Body=Is+the+lamp+on%3F&To=%2B447700900100&MessageSid=SM4f1c0e3f1a2b7d9e105b1f7c3017d611&AccountSid=AC5b1f7c3017d611f19c0e3f1a2b7d9e10&From=%2B447700900123&ApiVersion=2010-04-01",
    },
    {
      name: "A message that was delivered",
      eventType: "delivered",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "SmsSid=SM9c0e3f1a2b7d9e104f1c5b1f7c3017d6&SmsStatus=delivered&MessageStatus=delivered&To=%2B447700900123&MessageSid=SM9c0e3f1a2b7d9e104f1c5b1f7c3017d6&AccountSid=AC5b1f7c3017d611f19c0e3f1a2b7d9e10&From=%2B447700900100&ApiVersion=2010-04-01",
    },
    {
      name: "A call",
      eventType: "ringing",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "CallSid=CA2b7d9e104f1c0e3f1a5b1f7c3017d69c&CallStatus=ringing&Direction=inbound&Caller=%2B447700900123&From=%2B447700900123&To=%2B447700900100&AccountSid=AC5b1f7c3017d611f19c0e3f1a2b7d9e10&ApiVersion=2010-04-01",
    },
  ],
  vectors: twilioVectors,
});
