import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://cal.com/docs/developing/guides/automation/webhooks */
export const calCom = defineSource({
  id: "cal-com",
  name: "Cal.com",
  summary: "Bookings that are made, moved and cancelled, and meetings that start and end.",
  docsUrl: "https://cal.com/docs/developing/guides/automation/webhooks",
  color: "#292929",
  proof: { kind: "hmac", recipe: { header: "x-cal-signature-256" } },
  secret: { prefix: "", encoding: "hex" },
  event: {
    type: [{ path: "triggerEvent" }],
    id: [{ all: [{ path: "triggerEvent" }, { path: "payload.uid" }, { path: "createdAt" }] }],
  },
  setup: [
    "In Cal.com, open Settings, Developer, Webhooks, and press New.",
    "Paste the address as Subscriber URL, and choose the events.",
    "Paste the secret as Secret.",
    "Press Ping test, then Create webhook. Leave the payload template as it is.",
  ],
  samples: [
    {
      name: "A new booking",
      eventType: "BOOKING_CREATED",
      headers: {},
      body: {
        triggerEvent: "BOOKING_CREATED",
        createdAt: "2026-03-04T09:30:00.000Z",
        payload: {
          type: "lamp-repair",
          title: "Lamp repair between Tove Lund and Ines Costa",
          startTime: "2026-03-06T10:00:00.000Z",
          endTime: "2026-03-06T10:30:00.000Z",
          organizer: { id: 71, name: "Tove Lund", email: "tove@example.com", timeZone: "Europe/Copenhagen" },
          attendees: [{ name: "Ines Costa", email: "ines@example.com", timeZone: "Europe/Lisbon" }],
          location: "The workshop",
          uid: "lampLAMPlampLAMP000071",
          bookingId: 204117,
          eventTypeId: 1301,
          status: "ACCEPTED",
        },
      },
    },
    {
      name: "A cancelled booking",
      eventType: "BOOKING_CANCELLED",
      headers: {},
      body: {
        triggerEvent: "BOOKING_CANCELLED",
        createdAt: "2026-03-05T08:00:00.000Z",
        payload: {
          type: "lamp-repair",
          title: "Lamp repair between Tove Lund and Ines Costa",
          startTime: "2026-03-06T10:00:00.000Z",
          attendees: [{ name: "Ines Costa", email: "ines@example.com", timeZone: "Europe/Lisbon" }],
          uid: "lampLAMPlampLAMP000071",
          cancellationReason: "It shines again",
          status: "CANCELLED",
        },
      },
    },
  ],
  vectors: [
    {
      name: "a new booking",
      secrets: ["cal-lantern"],
      headers: { "x-cal-signature-256": "4e970e1e559d3020ee72db01db8a82c26bb1384ab299d4f317dda0b936833023" },
      body: '{"triggerEvent":"BOOKING_CREATED","createdAt":"2026-03-04T09:30:00.000Z"}',
      expect: "accept",
    },
    {
      name: "a new booking that was changed on its way",
      secrets: ["cal-lantern"],
      headers: { "x-cal-signature-256": "4e970e1e559d3020ee72db01db8a82c26bb1384ab299d4f317dda0b936833023" },
      body: '{"triggerEvent":"BOOKING_CREATED","createdAt":"2026-03-04T09:30:01.000Z"}',
      expect: "reject",
    },
    {
      name: "what Cal.com sends where no secret is set",
      secrets: ["cal-lantern"],
      headers: { "x-cal-signature-256": "no-secret-provided" },
      body: '{"triggerEvent":"BOOKING_CREATED","createdAt":"2026-03-04T09:30:00.000Z"}',
      expect: "reject",
    },
  ],
});
