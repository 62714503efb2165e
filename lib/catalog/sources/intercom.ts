import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://developers.intercom.com/docs/webhooks/webhook-notifications#signed-notifications */
export const intercom = defineSource({
  id: "intercom",
  name: "Intercom",
  summary: "Conversations, contacts and tickets of an Intercom workspace.",
  docsUrl: "https://developers.intercom.com/docs/webhooks",
  color: "#0057ff",
  proof: { kind: "hmac", recipe: { header: "x-hub-signature", algorithm: "sha1", prefix: "sha1=" } },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  event: { type: [{ path: "topic" }], id: [{ path: "id" }] },
  handshakes: [{ needsProof: false, answer: ({ method }) => (method === "HEAD" ? { status: 200 } : undefined) }],
  replies: { accepted: { status: 200, contentType: "text/plain", body: "" } },
  habits: {
    deadlineSeconds: 5,
    retries: "Intercom tries once more after a minute. An address that fails for long is paused.",
  },
  setup: [
    "Open the Developer Hub at app.intercom.com/a/apps/_/developer-hub and choose your app, or press New app.",
    "Under Configure, Basic information, copy the Client secret and paste it here.",
    "Under Configure, Webhooks, paste the address as Endpoint URL.",
    "Select the topics you want and save.",
  ],
  samples: [
    {
      name: "A customer who writes",
      eventType: "conversation.user.created",
      headers: {},
      body: {
        type: "notification_event",
        app_id: "lampkpr1",
        id: "notif_5b1f7c30-17d6-41f1-9c0e-3f1a2b7d9e10",
        topic: "conversation.user.created",
        delivery_attempts: 1,
        created_at: 1772616600,
        data: {
          type: "notification_event_data",
          item: {
            type: "conversation",
            id: "712000000000071",
            created_at: 1772616600,
            state: "open",
            source: {
              type: "conversation",
              subject: "",
              body: "<p>My lamp arrived without its bulb.</p>",
              author: { type: "user", id: "66f0lamp0001", name: "Ines Costa", email: "ines@example.com" },
            },
          },
        },
      },
    },
    {
      name: "A new contact",
      eventType: "contact.created",
      headers: {},
      body: {
        type: "notification_event",
        app_id: "lampkpr1",
        id: "notif_9c0e3f1a-2b7d-49e1-8051-5b1f7c3017d6",
        topic: "contact.created",
        delivery_attempts: 1,
        created_at: 1772616660,
        data: {
          type: "notification_event_data",
          item: { type: "contact", id: "66f0lamp0002", role: "lead", name: "Marek Novak", email: "marek@example.com" },
        },
      },
    },
  ],
  vectors: [
    {
      name: "a new contact",
      secrets: ["intercom-lantern"],
      headers: { "x-hub-signature": "sha1=78dfe71e0b9f9df16bc9be190f9e0cd15fc630da" },
      body: '{"type":"notification_event","topic":"contact.created","id":"notif_1"}',
      expect: "accept",
    },
    {
      name: "a new contact that was changed on its way",
      secrets: ["intercom-lantern"],
      headers: { "x-hub-signature": "sha1=78dfe71e0b9f9df16bc9be190f9e0cd15fc630da" },
      body: '{"type":"notification_event","topic":"contact.deleted","id":"notif_1"}',
      expect: "reject",
    },
    {
      name: "the signature under another algorithm's mark",
      secrets: ["intercom-lantern"],
      headers: { "x-hub-signature": "sha256=78dfe71e0b9f9df16bc9be190f9e0cd15fc630da" },
      body: '{"type":"notification_event","topic":"contact.created","id":"notif_1"}',
      expect: "reject",
    },
  ],
});
