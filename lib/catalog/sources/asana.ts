import { defineSource } from "@/lib/catalog/sources/define-source";
import { echoable, type Handshake } from "@/lib/catalog/sources/handshake";
import { headerValues } from "@/lib/domain/signatures/signed-request";

/** Asana makes a secret for each webhook and waits, while it is being made, to have it sent back. */
const hookSecret: Handshake = {
  needsProof: false,
  answer({ method, headers }, { secrets }) {
    const [secret] = headerValues(headers, "x-hook-secret");
    if (method !== "POST" || !echoable(secret)) return undefined;
    // To promise it and then keep the old one would refuse every event to come.
    if (secrets.length > 0 && !secrets.includes(secret)) {
      return { status: 409, body: "This endpoint already has the secret of another webhook.", ok: false };
    }
    return { status: 200, headers: { "x-hook-secret": secret }, secret };
  },
};

/** https://developers.asana.com/docs/webhooks-guide */
export const asana = defineSource({
  id: "asana",
  name: "Asana",
  summary: "Tasks, projects and stories that were added, changed or deleted.",
  docsUrl: "https://developers.asana.com/docs/webhooks-guide",
  color: "#f06a6a",
  proof: { kind: "hmac", recipe: { header: "x-hook-signature" } },
  secret: null,
  secretBy: "sender",
  event: {
    type: [{ path: "events[0].resource.resource_type" }],
    typeSuffix: { path: "events[0].action" },
    id: [],
  },
  batch: {
    path: "events",
    event: { type: [{ path: "resource.resource_type" }], typeSuffix: { path: "action" }, id: [] },
  },
  handshakes: [hookSecret],
  habits: {
    deadlineSeconds: 10,
    retries: "Asana tries again for 24 hours, at growing intervals, and then deletes the webhook.",
  },
  setup: [
    "Asana has no page for webhooks: they are made by a request to its API. Somebody who uses the API can do it for you in a minute.",
    "In Asana's developer console, at app.asana.com/0/my-apps, create a personal access token.",
    "Send a POST request to https://app.asana.com/api/1.0/webhooks with the id of the project or task as resource and the address as target.",
    "Asana hands over the secret by itself. Use one endpoint for each webhook, because each has a secret of its own.",
  ],
  samples: [
    {
      name: "A changed task",
      eventType: "task.changed",
      headers: {},
      body: {
        events: [
          {
            action: "changed",
            created_at: "2026-03-04T09:00:00.000Z",
            change: { action: "changed", field: "due_on" },
            parent: null,
            resource: { gid: "1207000000004711", resource_type: "task", resource_subtype: "default_task" },
            user: { gid: "1207000000000088", resource_type: "user" },
          },
        ],
      },
    },
    {
      name: "A task added to a section, with its story",
      eventType: "task.added",
      headers: {},
      body: {
        events: [
          {
            action: "added",
            created_at: "2026-03-04T09:10:00.000Z",
            parent: { gid: "1207000000000301", resource_type: "section" },
            resource: { gid: "1207000000004712", resource_type: "task", resource_subtype: "default_task" },
            user: { gid: "1207000000000088", resource_type: "user" },
          },
          {
            action: "added",
            created_at: "2026-03-04T09:10:00.000Z",
            parent: { gid: "1207000000004712", resource_type: "task", resource_subtype: "default_task" },
            resource: { gid: "1207000000009001", resource_type: "story", resource_subtype: "section_changed" },
            user: { gid: "1207000000000088", resource_type: "user" },
          },
        ],
      },
    },
  ],
  vectors: [
    {
      name: "signed as the sender does",
      secrets: ["0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"],
      headers: { "x-hook-signature": "989fc0c7e6b95934ddefa7493b4cc49e45f27f648edd7778ae1f82f0001ca62f" },
      body: '{"events":[{"action":"added","resource":{"gid":"12","resource_type":"task"}}]}',
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"],
      headers: { "x-hook-signature": "989fc0c7e6b95934ddefa7493b4cc49e45f27f648edd7778ae1f82f0001ca62f" },
      body: '{"events":[{"action":"deleted","resource":{"gid":"12","resource_type":"task"}}]}',
      expect: "reject",
    },
    {
      name: "a signature by the bytes that the secret's hex digits stand for",
      secrets: ["0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"],
      headers: { "x-hook-signature": "1b54d261a0b6343fd7e93c13f6d1bb918411d668c8daddd910547d020973021b" },
      body: '{"events":[{"action":"added","resource":{"gid":"12","resource_type":"task"}}]}',
      expect: "reject",
    },
  ],
});
