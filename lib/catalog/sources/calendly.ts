import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://developer.calendly.com/api-docs/overview/webhooks/webhook-signatures */
export const calendly = defineSource({
  id: "calendly",
  name: "Calendly",
  summary: "Meetings that people book and cancel, and routing forms they fill in.",
  docsUrl: "https://developer.calendly.com/api-docs/overview/webhooks",
  color: "#006bff",
  proof: {
    kind: "hmac",
    recipe: {
      header: "calendly-webhook-signature",
      separator: ",",
      prefix: "v1=",
      timestampPrefix: "t=",
      signedContent: "{timestamp}.{body}",
      toleranceSeconds: 180,
    },
  },
  secret: { prefix: "", encoding: "hex" },
  event: {
    type: [{ path: "event" }],
    id: [{ all: [{ path: "payload.uri" }, { path: "event" }, { path: "created_at" }] }],
  },
  habits: { deadlineSeconds: null, retries: "Calendly tries again for 24 hours, and then turns the webhook off." },
  setup: [
    "Webhooks need a paid plan of Calendly's. Open Integrations & apps, API & webhooks, and make a personal access token.",
    "Calendly has no page to add a webhook: it is done with one request to api.calendly.com/webhook_subscriptions, which the page Create Webhook Subscription in Calendly's documentation sends for you.",
    "There, enter the address as url, the secret as signing_key, and the events, such as invitee.created and invitee.canceled.",
    "The same page asks for your organization and user: the page Get current user shows both.",
  ],
  samples: [
    {
      name: "A booked meeting",
      eventType: "invitee.created",
      headers: {},
      body: {
        event: "invitee.created",
        created_at: "2026-03-04T09:30:00.000000Z",
        created_by: "https://api.calendly.com/users/LAMP0001",
        payload: {
          uri: "https://api.calendly.com/scheduled_events/LAMP0071/invitees/LAMP0512",
          name: "Ines Costa",
          email: "ines@example.com",
          status: "active",
          timezone: "Europe/Lisbon",
          rescheduled: false,
          questions_and_answers: [{ question: "Which lamp is it about?", answer: "The one by the door", position: 0 }],
          scheduled_event: {
            uri: "https://api.calendly.com/scheduled_events/LAMP0071",
            name: "Lamp repair",
            start_time: "2026-03-06T10:00:00.000000Z",
            end_time: "2026-03-06T10:30:00.000000Z",
            location: { type: "physical", location: "The workshop" },
          },
        },
      },
    },
    {
      name: "A cancelled meeting",
      eventType: "invitee.canceled",
      headers: {},
      body: {
        event: "invitee.canceled",
        created_at: "2026-03-05T08:00:00.000000Z",
        created_by: "https://api.calendly.com/users/LAMP0001",
        payload: {
          uri: "https://api.calendly.com/scheduled_events/LAMP0071/invitees/LAMP0512",
          name: "Ines Costa",
          email: "ines@example.com",
          status: "canceled",
          cancellation: { canceled_by: "Ines Costa", reason: "It shines again", canceler_type: "invitee" },
        },
      },
    },
  ],
  vectors: [
    {
      name: "a booked meeting, three minutes later",
      secrets: ["calendly-lantern"],
      headers: {
        "calendly-webhook-signature":
          "t=1760000000,v1=aecc9b3a8dfeeb572d4e5579bc91096fe9d14128646a004880344b12ead6cf94",
      },
      body: '{"event":"invitee.created","created_at":"2026-03-04T09:30:00.000000Z"}',
      nowSeconds: 1760000180,
      expect: "accept",
    },
    {
      name: "the same, a second later than that",
      secrets: ["calendly-lantern"],
      headers: {
        "calendly-webhook-signature":
          "t=1760000000,v1=aecc9b3a8dfeeb572d4e5579bc91096fe9d14128646a004880344b12ead6cf94",
      },
      body: '{"event":"invitee.created","created_at":"2026-03-04T09:30:00.000000Z"}',
      nowSeconds: 1760000181,
      expect: "reject",
    },
    {
      name: "the same, changed on its way",
      secrets: ["calendly-lantern"],
      headers: {
        "calendly-webhook-signature":
          "t=1760000000,v1=aecc9b3a8dfeeb572d4e5579bc91096fe9d14128646a004880344b12ead6cf94",
      },
      body: '{"event":"invitee.canceled","created_at":"2026-03-04T09:30:00.000000Z"}',
      nowSeconds: 1760000000,
      expect: "reject",
    },
  ],
});
