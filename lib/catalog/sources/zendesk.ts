import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://developer.zendesk.com/documentation/webhooks/verifying/ */
export const zendesk = defineSource({
  id: "zendesk",
  name: "Zendesk",
  summary: "Tickets, people and articles of a Zendesk, and whatever a trigger there sends.",
  docsUrl: "https://developer.zendesk.com/documentation/webhooks/",
  color: "#03363d",
  proof: {
    kind: "hmac",
    recipe: {
      header: "x-zendesk-webhook-signature",
      encoding: "base64",
      timestampHeader: "x-zendesk-webhook-signature-timestamp",
      timestampUnit: "iso",
      signedContent: "{timestamp}{body}",
      // Zendesk sets no limit.
      toleranceSeconds: null,
    },
  },
  secret: { prefix: "", encoding: "base64" },
  secretBy: "sender",
  methods: ["POST", "PUT", "PATCH", "DELETE", "GET"],
  event: {
    type: [{ path: "type" }],
    id: [
      // A trigger's body is written by people, and an `id` in it names a ticket.
      { all: [{ path: "zendesk_event_version" }, { path: "id" }] },
      { header: "x-zendesk-webhook-invocation-id" },
    ],
  },
  habits: {
    deadlineSeconds: 12,
    retries: "Zendesk tries a few more times after the answers 409, 429 and 503, and after a time-out.",
  },
  setup: [
    "In the Admin Center, open Apps and integrations, Webhooks, and press Create webhook.",
    "Choose Zendesk events, or Trigger or automation, and then what should ring.",
    "Paste the address as Endpoint URL, with the method POST and the format JSON, and finish.",
    "Open the webhook again, press Reveal secret under Signing secret, and paste it here.",
  ],
  samples: [
    {
      name: "A new ticket",
      eventType: "zen:event-type:ticket.created",
      headers: { "x-zendesk-webhook-invocation-id": "01KJVQ7WZ4LAMP0000000000B1" },
      body: {
        type: "zen:event-type:ticket.created",
        id: "cbe4028c-7239-495d-b020-f22348516046",
        account_id: 71204117,
        time: "2026-03-04T09:30:00.219Z",
        zendesk_event_version: "2022-11-06",
        subject: "zen:ticket:4711",
        detail: {
          id: "4711",
          subject: "The invoice shows the wrong address",
          status: "NEW",
          priority: "HIGH",
          type: "QUESTION",
          requester_id: "9000512",
          assignee_id: null,
          tags: ["billing"],
          created_at: "2026-03-04T09:30:00Z",
          updated_at: "2026-03-04T09:30:00Z",
        },
        event: {},
      },
    },
    {
      name: "A ticket that was solved",
      eventType: "zen:event-type:ticket.status_changed",
      headers: { "x-zendesk-webhook-invocation-id": "01KJVQ9QF0LAMP0000000000B2" },
      body: {
        type: "zen:event-type:ticket.status_changed",
        id: "5b1f7c30-17d6-41f1-9c0e-3f1a2b7d9e10",
        account_id: 71204117,
        time: "2026-03-04T10:12:00.000Z",
        zendesk_event_version: "2022-11-06",
        subject: "zen:ticket:4711",
        detail: { id: "4711", subject: "The invoice shows the wrong address", status: "SOLVED", priority: "HIGH" },
        event: { current: "SOLVED", previous: "OPEN" },
      },
    },
  ],
  vectors: [
    {
      name: "an event, with the secret as text though it looks like base64",
      secrets: ["emVuZGVzay1sYW50ZXJu"],
      headers: {
        "x-zendesk-webhook-signature-timestamp": "2026-03-04T09:30:00Z",
        "x-zendesk-webhook-signature": "tcmn29jCQBgfVZRn1vKJye3QRLSYHMvT/nkL3r/qgjk=",
      },
      body: '{"type":"zen:event-type:ticket.created","id":"01LANTERN"}',
      expect: "accept",
    },
    {
      name: "the same event, signed with the decoded secret",
      secrets: ["emVuZGVzay1sYW50ZXJu"],
      headers: {
        "x-zendesk-webhook-signature-timestamp": "2026-03-04T09:30:00Z",
        "x-zendesk-webhook-signature": "tdHfGX/q+3k6kPOYfbvgFmZEHlo5Q31J5OMLAPx2A3k=",
      },
      body: '{"type":"zen:event-type:ticket.created","id":"01LANTERN"}',
      expect: "reject",
    },
    {
      name: "the event with another time",
      secrets: ["emVuZGVzay1sYW50ZXJu"],
      headers: {
        "x-zendesk-webhook-signature-timestamp": "2026-03-04T09:30:01Z",
        "x-zendesk-webhook-signature": "tcmn29jCQBgfVZRn1vKJye3QRLSYHMvT/nkL3r/qgjk=",
      },
      body: '{"type":"zen:event-type:ticket.created","id":"01LANTERN"}',
      expect: "reject",
    },
  ],
});
