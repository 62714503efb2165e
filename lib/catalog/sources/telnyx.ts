import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://developers.telnyx.com/docs/messaging/messages/receiving-webhooks */
export const telnyx = defineSource({
  id: "telnyx",
  name: "Telnyx",
  summary: "Text messages, calls and faxes, and what becomes of them.",
  docsUrl: "https://developers.telnyx.com/docs/messaging/messages/receiving-webhooks",
  color: "#00a37a",
  proof: {
    kind: "key",
    recipe: {
      algorithm: "ed25519",
      header: "telnyx-signature-ed25519",
      timestampHeader: "telnyx-timestamp",
      signedContent: "{timestamp}|{body}",
    },
  },
  secret: null,
  event: { type: [{ path: "data.event_type" }], id: [{ path: "data.id" }] },
  habits: {
    deadlineSeconds: null,
    retries: "Telnyx tries again a few times, and then the failover address if there is one.",
  },
  setup: [
    "In the Mission Control Portal, open Account Settings, Keys & Credentials, Public Key, and paste the key here.",
    "For messages, open Messaging, Programmable Messaging, and choose your messaging profile.",
    "Paste the address under Inbound as Send a webhook to this URL, choose API version 2, and save.",
    "For calls, paste it into your Voice API application as the webhook URL.",
  ],
  samples: [
    {
      name: "A text message",
      eventType: "message.received",
      headers: {},
      body: {
        data: {
          event_type: "message.received",
          id: "5b1f7c30-17d6-41f1-9c0e-3f1a2b7d9e10",
          occurred_at: "2026-03-04T09:30:00.219+00:00",
          record_type: "event",
          payload: {
            id: "9c0e3f1a-2b7d-49e1-8051-5b1f7c3017d6",
            direction: "inbound",
            type: "SMS",
            from: { phone_number: "+447700900123", carrier: "", line_type: "Wireless" },
            to: [{ phone_number: "+447700900100", status: "webhook_delivered" }],
            text: "Is the lamp on?",
            received_at: "2026-03-04T09:30:00.100+00:00",
          },
        },
        meta: { attempt: 1, delivered_to: "https://bell.example.com/h/telnyx" },
      },
    },
    {
      name: "A call",
      eventType: "call.initiated",
      headers: {},
      body: {
        data: {
          event_type: "call.initiated",
          id: "2b7d9e10-4f1c-4e3f-9a5b-1f7c3017d69c",
          occurred_at: "2026-03-04T09:31:12.000000Z",
          record_type: "event",
          payload: {
            call_control_id: "v3:lamp-71",
            call_leg_id: "c0e3f1a2-b7d9-41e1-8051-5b1f7c3017d6",
            direction: "incoming",
            from: "+447700900123",
            to: "+447700900100",
            state: "parked",
          },
        },
        meta: { attempt: 1 },
      },
    },
  ],
  vectors: [
    {
      name: "a message",
      secrets: ["ebVWLo/mVPlAeLES6KmLp5AfhTrmlb7X4OORC60ElmQ="],
      headers: {
        "telnyx-signature-ed25519":
          "0Vo7h5XnkyojtViK01kb484X01+qlsdE8lYtPqP+zOChCjULHSPesPMQ9i8597rI4VvhNNNw3iJjOaVz1al0BA==",
        "telnyx-timestamp": "1760000000",
      },
      body: '{"data":{"event_type":"message.received","id":"5c2f9a10-6d3e-4b57-9a41-0d2f8e7b6c11"}}',
      nowSeconds: 1760000100,
      expect: "accept",
    },
    {
      name: "the same message, six minutes later",
      secrets: ["ebVWLo/mVPlAeLES6KmLp5AfhTrmlb7X4OORC60ElmQ="],
      headers: {
        "telnyx-signature-ed25519":
          "0Vo7h5XnkyojtViK01kb484X01+qlsdE8lYtPqP+zOChCjULHSPesPMQ9i8597rI4VvhNNNw3iJjOaVz1al0BA==",
        "telnyx-timestamp": "1760000000",
      },
      body: '{"data":{"event_type":"message.received","id":"5c2f9a10-6d3e-4b57-9a41-0d2f8e7b6c11"}}',
      nowSeconds: 1760000360,
      expect: "reject",
    },
    {
      name: "a message that was changed on its way",
      secrets: ["ebVWLo/mVPlAeLES6KmLp5AfhTrmlb7X4OORC60ElmQ="],
      headers: {
        "telnyx-signature-ed25519":
          "0Vo7h5XnkyojtViK01kb484X01+qlsdE8lYtPqP+zOChCjULHSPesPMQ9i8597rI4VvhNNNw3iJjOaVz1al0BA==",
        "telnyx-timestamp": "1760000000",
      },
      body: '{"data":{"event_type":"message.finalized","id":"5c2f9a10-6d3e-4b57-9a41-0d2f8e7b6c11"}}',
      nowSeconds: 1760000100,
      expect: "reject",
    },
  ],
});
