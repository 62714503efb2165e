import { defineSource } from "@/lib/catalog/sources/define-source";

const installation = { uuid: "d7b5a0c2-3e41-4f96-8a7d-1c2b3a4d5e6f" };

/** The timestamp header is not signed. https://docs.sentry.io/organization/integrations/integration-platform/webhooks/ */
export const sentry = defineSource({
  id: "sentry",
  name: "Sentry",
  summary: "Errors, issues, alerts and comments, through an integration of your own.",
  docsUrl: "https://docs.sentry.io/organization/integrations/integration-platform/webhooks/",
  color: "#362d59",
  proof: { kind: "hmac", recipe: { header: "sentry-hook-signature" } },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  event: {
    type: [{ header: "sentry-hook-resource" }],
    typeSuffix: { path: "action" },
    id: [{ header: "request-id" }],
  },
  habits: {
    deadlineSeconds: 1,
    retries: "After 1,000 late answers within 24 hours it stops sending.",
  },
  setup: [
    "In Sentry, open Settings, Developer Settings, and create a new internal integration.",
    "Paste the address as Webhook URL.",
    "Give it the permission to read issues and events, tick what it should send under Webhooks, and save.",
    "Copy the Client Secret that the integration now shows, and paste it here.",
  ],
  samples: [
    {
      name: "A new issue",
      eventType: "issue.created",
      headers: { "sentry-hook-resource": "issue", "request-id": "a54e3f10-7c2b-4d68-9e01-b2c3d4e5f601" },
      body: {
        action: "created",
        installation,
        data: {
          issue: {
            id: "5120883317",
            shortId: "LIGHT-2K",
            title: "RangeError: Invalid time value",
            culprit: "sunset(lib/almanac)",
            level: "error",
            status: "unresolved",
            substatus: "new",
            platform: "node",
            project: { id: "4507731", name: "light", slug: "light", platform: "node" },
            metadata: { type: "RangeError", value: "Invalid time value", filename: "lib/almanac.ts" },
            count: "1",
            userCount: 1,
            firstSeen: "2026-03-04T06:41:09.000Z",
            lastSeen: "2026-03-04T06:41:09.000Z",
            permalink: "https://keepers.sentry.example.com/issues/5120883317/",
          },
        },
        actor: { type: "application", id: "sentry", name: "Sentry" },
      },
    },
    {
      name: "An alert went off",
      eventType: "event_alert.triggered",
      headers: { "sentry-hook-resource": "event_alert", "request-id": "a54e3f10-7c2b-4d68-9e01-b2c3d4e5f602" },
      body: {
        action: "triggered",
        installation,
        data: {
          triggered_rule: "More than ten errors in a minute",
          event: {
            event_id: "6a1de0f3c94b4b7d8c52e7f0a9b8c7d6",
            issue_id: "5120883317",
            title: "RangeError: Invalid time value",
            level: "error",
            platform: "node",
            project: 4507731,
            datetime: "2026-03-04T06:52:40.120000Z",
            web_url: "https://keepers.sentry.example.com/issues/5120883317/events/6a1de0f3c94b4b7d8c52e7f0a9b8c7d6/",
            tags: [["environment", "production"]],
          },
        },
        actor: { type: "application", id: "sentry", name: "Sentry" },
      },
    },
  ],
  vectors: [
    {
      name: "signed with the client secret",
      secrets: ["a sentry never sleeps"],
      headers: { "sentry-hook-signature": "8b1d2acda57d97e11b1fbd05bb9924dce6ebb4f722e4f390c262eaf46533058f" },
      body: '{"action": "resolved", "data": {}}',
      expect: "accept",
    },
    {
      name: "the same JSON, written in another way",
      secrets: ["a sentry never sleeps"],
      headers: { "sentry-hook-signature": "8b1d2acda57d97e11b1fbd05bb9924dce6ebb4f722e4f390c262eaf46533058f" },
      body: '{"action":"resolved","data":{}}',
      expect: "reject",
    },
    {
      name: "another secret",
      secrets: ["a sentry sometimes sleeps"],
      headers: { "sentry-hook-signature": "8b1d2acda57d97e11b1fbd05bb9924dce6ebb4f722e4f390c262eaf46533058f" },
      body: '{"action": "resolved", "data": {}}',
      expect: "reject",
    },
  ],
});
