import { defineSource } from "@/lib/catalog/sources/define-source";
import { plivoV2Verifier, plivoV3Verifier } from "@/lib/catalog/sources/verifiers/plivo";

const form = { "content-type": "application/x-www-form-urlencoded" };
const message = "To=15550100&From=15550199&Text=Hello+%26+bye&MessageUUID=a-1";
const url = "https://bell.example.com/h/plivo";
const secrets = ["plivo-lantern"];

/** https://www.plivo.com/docs/voice/concepts/signature-validation */
export const plivo = defineSource({
  id: "plivo",
  name: "Plivo",
  summary: "Text messages, calls and what becomes of them.",
  docsUrl: "https://www.plivo.com/docs/messaging/concepts/signature-validation",
  color: "#44a500",
  scheme: "plivo-v3",
  proof: { kind: "own", verifier: plivoV3Verifier },
  otherProofs: { "plivo-v2": { kind: "own", verifier: plivoV2Verifier } },
  secret: { prefix: "", encoding: "base64" },
  secretBy: "sender",
  methods: ["GET", "POST"],
  event: {
    type: [{ path: "Status" }, { path: "Event" }, { path: "CallStatus" }, { key: "Text" }],
    id: [
      { all: [{ path: "MessageUUID" }, { path: "Status" }] },
      // Not the call's: it asks several times in one state.
      { path: "MessageUUID" },
    ],
  },
  // Plivo does what the answer says, and this says nothing.
  replies: {
    accepted: {
      status: 200,
      contentType: "text/xml",
      body: '<?xml version="1.0" encoding="UTF-8"?><Response></Response>',
    },
  },
  habits: {
    deadlineSeconds: null,
    retries: "Plivo tries again a few times, and then asks the fallback address if there is one.",
  },
  setup: [
    "In the Plivo console, copy the Auth Token from the overview and paste it here as the secret.",
    "For messages, open Messaging, Applications, and for calls, Voice, Applications. Press Add New Application.",
    "Paste the address as Message URL or as Answer URL, with the method POST, and create the application.",
    "Under Phone Numbers, choose your number and give it this application.",
  ],
  samples: [
    {
      name: "A text message",
      eventType: "Text",
      headers: form,
      body: "From=447700900123&To=447700900100&Text=Is+the+lamp+on%3F&Type=sms&Units=1&TotalRate=0.0000&TotalAmount=0.0000&MessageUUID=5b1f7c30-17d6-11f1-9c0e-3f1a2b7d9e10",
    },
    {
      name: "A message that was delivered",
      eventType: "delivered",
      headers: form,
      body: "From=447700900100&To=447700900123&Status=delivered&Units=1&MessageUUID=9c0e3f1a-2b7d-11f1-8051-5b1f7c3017d6",
    },
    {
      name: "A call",
      eventType: "StartApp",
      headers: form,
      body: "CallUUID=2b7d9e10-4f1c-11f1-9a5b-1f7c3017d69c&From=447700900123&To=447700900100&CallStatus=ringing&Direction=inbound&Event=StartApp&BillRate=0.0085",
    },
  ],
  vectors: [
    {
      name: "a message",
      secrets,
      url,
      headers: {
        ...form,
        "x-plivo-signature-v3": "49igQcH3lHxmLeNwzSbE1egA8Pp57EXiIVaSb9nueyE=",
        "x-plivo-signature-v3-nonce": "4711",
      },
      body: message,
      expect: "accept",
    },
    {
      name: "a message at an address with a query, among the signatures of other tokens and in the main account's name",
      secrets,
      url: `${url}?b=2&a=1`,
      headers: {
        ...form,
        "x-plivo-signature-v3": "49igQcH3lHxmLeNwzSbE1egA8Pp57EXiIVaSb9nueyE=",
        "x-plivo-signature-ma-v3":
          "x8q86gtrPgzVXfDEzbiEMjivSIu9qFZnCf5XsWPcdOs=,/D4fS6l/EU/6PFqFZbPmJ0LJ3RfDHkXM9ny+iqB4Kv0=",
        "x-plivo-signature-v3-nonce": "4711",
      },
      body: message,
      expect: "accept",
    },
    {
      name: "a GET request",
      secrets,
      method: "GET",
      url: `${url}?a=1&b=2`,
      headers: {
        "x-plivo-signature-v3": "x8q86gtrPgzVXfDEzbiEMjivSIu9qFZnCf5XsWPcdOs=",
        "x-plivo-signature-v3-nonce": "4711",
      },
      body: "",
      expect: "accept",
    },
    {
      name: "a message that was changed on its way",
      secrets,
      url,
      headers: {
        ...form,
        "x-plivo-signature-v3": "49igQcH3lHxmLeNwzSbE1egA8Pp57EXiIVaSb9nueyE=",
        "x-plivo-signature-v3-nonce": "4711",
      },
      body: message.replace("Hello", "Hi"),
      expect: "reject",
    },
    {
      name: "a message with another nonce",
      secrets,
      url,
      headers: {
        ...form,
        "x-plivo-signature-v3": "49igQcH3lHxmLeNwzSbE1egA8Pp57EXiIVaSb9nueyE=",
        "x-plivo-signature-v3-nonce": "4712",
      },
      body: message,
      expect: "reject",
    },
    {
      name: "the address in the tests of Plivo's libraries",
      scheme: "plivo-v2",
      secrets: ["my_auth_token"],
      url: "https://answer.url?page=1",
      headers: {
        ...form,
        "x-plivo-signature-v2": "ehV3IKhLysWBxC1sy8INm0qGoQYdYsHwuoKjsX7FsXc=",
        "x-plivo-signature-v2-nonce": "12345",
      },
      body: message,
      expect: "accept",
    },
    {
      name: "that address with a port",
      scheme: "plivo-v2",
      secrets: ["my_auth_token"],
      url: "https://answer.url:8000",
      headers: {
        ...form,
        "x-plivo-signature-v2": "ehV3IKhLysWBxC1sy8INm0qGoQYdYsHwuoKjsX7FsXc=",
        "x-plivo-signature-v2-nonce": "12345",
      },
      body: message,
      expect: "reject",
    },
  ],
});
