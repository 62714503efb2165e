import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features */
export const sendgrid = defineSource({
  id: "sendgrid",
  name: "SendGrid",
  summary: "What becomes of your mail: delivered, opened, clicked, bounced, reported as spam.",
  docsUrl: "https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event",
  color: "#1a82e2",
  proof: {
    kind: "key",
    recipe: {
      algorithm: "ecdsa-sha256",
      header: "x-twilio-email-event-webhook-signature",
      timestampHeader: "x-twilio-email-event-webhook-timestamp",
      // SendGrid sets no limit.
      toleranceSeconds: null,
    },
  },
  secret: null,
  event: { type: [{ path: "$[0].event" }], id: [] },
  batch: { path: "$", event: { type: [{ path: "event" }], id: [{ path: "sg_event_id" }] } },
  habits: { deadlineSeconds: null, retries: "SendGrid tries again for 24 hours, less and less often." },
  setup: [
    "In SendGrid, open Settings, Mail Settings, and there Event Webhooks. Press Create new webhook.",
    "Paste the address as Post URL and choose the actions you want.",
    "Under Security features, turn on Enable Signed Event Webhook and save.",
    "Open the webhook again, copy the Verification Key, which is a public key, and paste it here.",
  ],
  samples: [
    {
      name: "A delivered mail",
      eventType: "delivered",
      headers: {},
      body: [
        {
          email: "ines@example.com",
          timestamp: 1772616600,
          "smtp-id": "<lamp.1301@mail.example.com>",
          event: "delivered",
          category: ["receipts"],
          sg_event_id: "ZGVsaXZlcmVkLWxhbXAtMDAwMQ",
          sg_message_id: "lampLAMPlampLAMP.filter0071-2-5B1F7C30.0",
          response: "250 2.0.0 OK",
        },
      ],
    },
    {
      name: "A bounce and an opened mail",
      eventType: "bounce",
      headers: {},
      body: [
        {
          email: "nobody@example.com",
          timestamp: 1772616660,
          event: "bounce",
          type: "bounce",
          status: "5.1.1",
          reason: "550 5.1.1 The mailbox does not exist",
          category: ["receipts"],
          sg_event_id: "Ym91bmNlLWxhbXAtMDAwMg",
          sg_message_id: "lampLAMPlampLAMP.filter0071-2-5B1F7C30.1",
        },
        {
          email: "marek@example.com",
          timestamp: 1772616671,
          event: "open",
          ip: "192.0.2.71",
          useragent: "Mozilla/5.0",
          category: ["newsletter"],
          sg_event_id: "b3Blbi1sYW1wLTAwMDM",
          sg_message_id: "lampLAMPlampLAMP.filter0071-2-5B1F7C30.2",
        },
      ],
    },
  ],
  vectors: [
    {
      name: "the event in the tests of SendGrid's libraries",
      secrets: [
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==",
      ],
      headers: {
        "x-twilio-email-event-webhook-signature":
          "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=",
        "x-twilio-email-event-webhook-timestamp": "1600112502",
      },
      body: '[{"email":"hello@world.com","event":"dropped","reason":"Bounced Address","sg_event_id":"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA","sg_message_id":"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0","smtp-id":"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>","timestamp":1600112492}]\r\n',
      expect: "accept",
    },
    {
      name: "an event with a key of our own making",
      secrets: [
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE+evkZBR8wQLZIyTQmdknwaUOQtV6CKEW/+wKKYGdjGVwuvfRKIiQKmoMHWet0QMSPIWatpv46UMck4STDUt+7g==",
      ],
      headers: {
        "x-twilio-email-event-webhook-signature":
          "MEQCIG3Q4gashDKNH+EO59jsZ79peAiVXldYh3xvUHYBbtY3AiBCgvmtgG6pM0ZHgdto7XkLx/hBdSmiPi2d1VGqco1Pzg==",
        "x-twilio-email-event-webhook-timestamp": "1760000000",
      },
      body: '[{"event":"open","sg_event_id":"sg-1"}]\r\n',
      expect: "accept",
    },
    {
      name: "the same event without its last line end",
      secrets: [
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE+evkZBR8wQLZIyTQmdknwaUOQtV6CKEW/+wKKYGdjGVwuvfRKIiQKmoMHWet0QMSPIWatpv46UMck4STDUt+7g==",
      ],
      headers: {
        "x-twilio-email-event-webhook-signature":
          "MEQCIG3Q4gashDKNH+EO59jsZ79peAiVXldYh3xvUHYBbtY3AiBCgvmtgG6pM0ZHgdto7XkLx/hBdSmiPi2d1VGqco1Pzg==",
        "x-twilio-email-event-webhook-timestamp": "1760000000",
      },
      body: '[{"event":"open","sg_event_id":"sg-1"}]',
      expect: "reject",
    },
  ],
});
