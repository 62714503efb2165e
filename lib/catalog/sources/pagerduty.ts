import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://developer.pagerduty.com/docs/verifying-webhook-signatures */
export const pagerduty = defineSource({
  id: "pagerduty",
  name: "PagerDuty",
  summary: "Incidents that are triggered, acknowledged, escalated and resolved.",
  docsUrl: "https://developer.pagerduty.com/docs/webhooks-overview",
  color: "#06ac38",
  proof: { kind: "hmac", recipe: { header: "x-pagerduty-signature", separator: ",", prefix: "v1=" } },
  secret: { prefix: "", encoding: "base64" },
  secretBy: "sender",
  event: { type: [{ path: "event.event_type" }], id: [{ path: "event.id" }] },
  habits: { deadlineSeconds: null, retries: "PagerDuty tries again for some time. The answers 400 and 403 stop it." },
  setup: [
    "In PagerDuty, open Integrations, Generic Webhooks (v3), and press New Webhook.",
    "Paste the address as Webhook URL, choose a scope and the events, and press Add Webhook.",
    "PagerDuty then shows the signing secret, once: paste it here.",
    "Open the webhook and press Send Test Event to ring.",
  ],
  samples: [
    {
      name: "A new incident",
      eventType: "incident.triggered",
      headers: {},
      body: {
        event: {
          id: "01LAMPQ7WZ40000000000000A1",
          event_type: "incident.triggered",
          resource_type: "incident",
          occurred_at: "2026-03-04T02:11:03.219Z",
          agent: null,
          client: null,
          data: {
            id: "PLAMP71",
            type: "incident",
            self: "https://api.pagerduty.com/incidents/PLAMP71",
            html_url: "https://harbour-works.pagerduty.com/incidents/PLAMP71",
            number: 4711,
            status: "triggered",
            title: "The north lamp does not turn",
            service: { id: "PSVC071", type: "service_reference", summary: "Lighthouse" },
            assignees: [{ id: "PUSR512", type: "user_reference", summary: "Tove Lund" }],
            urgency: "high",
            priority: { id: "PPRI001", type: "priority_reference", summary: "P1" },
          },
        },
      },
    },
    {
      name: "An incident that is resolved",
      eventType: "incident.resolved",
      headers: {},
      body: {
        event: {
          id: "01LAMPQ9QF00000000000000A2",
          event_type: "incident.resolved",
          resource_type: "incident",
          occurred_at: "2026-03-04T02:41:52.000Z",
          agent: { id: "PUSR512", type: "user_reference", summary: "Tove Lund" },
          client: null,
          data: {
            id: "PLAMP71",
            type: "incident",
            html_url: "https://harbour-works.pagerduty.com/incidents/PLAMP71",
            number: 4711,
            status: "resolved",
            title: "The north lamp does not turn",
            service: { id: "PSVC071", type: "service_reference", summary: "Lighthouse" },
            urgency: "high",
          },
        },
      },
    },
  ],
  vectors: [
    {
      name: "an incident",
      secrets: ["pagerduty-lantern"],
      headers: { "x-pagerduty-signature": "v1=ca1db03bb3aa7c9a9f72d1be3a382da1886fd59f2c2cda62c95974fe50b38b83" },
      body: '{"event":{"id":"01LANTERN","event_type":"incident.triggered"}}',
      expect: "accept",
    },
    {
      name: "an incident that is signed with two secrets, of which we know the second",
      secrets: ["pagerduty-lantern"],
      headers: {
        "x-pagerduty-signature":
          "v1=38063478c1540d9d4c4c6d303c86b3234c43cd63f829ab35ff76564124c4a183,v1=ca1db03bb3aa7c9a9f72d1be3a382da1886fd59f2c2cda62c95974fe50b38b83",
      },
      body: '{"event":{"id":"01LANTERN","event_type":"incident.triggered"}}',
      expect: "accept",
    },
    {
      name: "an incident that is signed with another secret",
      secrets: ["pagerduty-lantern"],
      headers: { "x-pagerduty-signature": "v1=38063478c1540d9d4c4c6d303c86b3234c43cd63f829ab35ff76564124c4a183" },
      body: '{"event":{"id":"01LANTERN","event_type":"incident.triggered"}}',
      expect: "reject",
    },
    {
      name: "an incident that was changed on its way",
      secrets: ["pagerduty-lantern"],
      headers: { "x-pagerduty-signature": "v1=ca1db03bb3aa7c9a9f72d1be3a382da1886fd59f2c2cda62c95974fe50b38b83" },
      body: '{"event":{"id":"01LANTERN","event_type":"incident.resolved"}}',
      expect: "reject",
    },
  ],
});
