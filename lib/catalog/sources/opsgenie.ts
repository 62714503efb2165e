import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://support.atlassian.com/opsgenie/docs/integrate-opsgenie-with-webhook/ */
export const opsgenie = defineSource({
  id: "opsgenie",
  name: "Opsgenie",
  summary: "Alerts that are created, acknowledged, assigned, escalated and closed.",
  docsUrl: "https://support.atlassian.com/opsgenie/docs/integrate-opsgenie-with-webhook/",
  color: "#2684ff",
  // Opsgenie signs nothing, but sends headers of one's own.
  proof: { kind: "token", recipe: { header: "x-webhook-secret" } },
  secret: { prefix: "", encoding: "hex" },
  event: {
    type: [{ path: "action" }],
    id: [{ all: [{ path: "alert.alertId" }, { path: "action" }, { path: "alert.updatedAt" }] }],
  },
  setup: [
    "In Opsgenie, open Settings, Integrations, press Add integration, and choose Webhook.",
    "Paste the address as Webhook URL.",
    "Add a custom header with the name x-webhook-secret, and paste the secret as its value.",
    "Check Add Alert Details to Payload, choose the alert actions, and turn on the integration.",
  ],
  samples: [
    {
      name: "A new alert",
      eventType: "Create",
      headers: {},
      body: {
        action: "Create",
        source: { name: "lighthouse", type: "api" },
        alert: {
          alertId: "5b1f7c30-17d6-41f1-9c0e-3f1a2b7d9e10-1772590263219",
          tinyId: "4711",
          alias: "north-lamp",
          message: "The north lamp does not turn",
          description: "No turn was counted for ten minutes.",
          priority: "P1",
          tags: ["lamp", "north"],
          entity: "north lamp",
          source: "lighthouse",
          username: "Monitoring",
          teams: ["keepers"],
          createdAt: 1772590263219,
          updatedAt: 1772590263219,
        },
        integrationId: "9c0e3f1a-2b7d-49e1-8051-5b1f7c3017d6",
        integrationName: "Doorbell",
      },
    },
    {
      name: "An acknowledged alert",
      eventType: "Acknowledge",
      headers: {},
      body: {
        action: "Acknowledge",
        source: { name: "", type: "web" },
        alert: {
          alertId: "5b1f7c30-17d6-41f1-9c0e-3f1a2b7d9e10-1772590263219",
          tinyId: "4711",
          alias: "north-lamp",
          message: "The north lamp does not turn",
          priority: "P1",
          username: "tove@example.com",
          updatedAt: 1772590380000,
        },
        integrationName: "Doorbell",
      },
    },
  ],
  vectors: [
    {
      name: "an alert with the secret",
      secrets: ["opsgenie-lantern"],
      headers: { "x-webhook-secret": "opsgenie-lantern" },
      body: '{"action":"Create"}',
      expect: "accept",
    },
    {
      name: "an alert with another secret",
      secrets: ["opsgenie-lantern"],
      headers: { "x-webhook-secret": "opsgenie-candle" },
      body: '{"action":"Create"}',
      expect: "reject",
    },
    {
      name: "an alert without one",
      secrets: ["opsgenie-lantern"],
      headers: {},
      body: '{"action":"Create"}',
      expect: "reject",
    },
  ],
});
