import { defineSource } from "@/lib/catalog/sources/define-source";

const actor = {
  id: "e0b4a9d7-5c13-4f28-9b6e-7a8d0c1f2e3b",
  type: "user",
  name: "Sanna Virtanen",
  email: "sanna@example.com",
  url: "https://linear.app/pilotage/profiles/sanna",
};

const subscription = {
  organizationId: "1f8c2d7e-9a04-4b36-8e51-d0c9b8a7f6e5",
  webhookId: "8a3e5d19-2b7c-4f04-a6d8-5e9f0c1b2a37",
};

/** The time inside the body is signed, the one in the header is not. https://linear.app/developers/webhooks */
export const linear = defineSource({
  id: "linear",
  name: "Linear",
  summary: "Issues, comments, projects and cycles of a workspace.",
  docsUrl: "https://linear.app/developers/webhooks",
  color: "#5e6ad2",
  proof: {
    kind: "hmac",
    recipe: {
      header: "linear-signature",
      timestampPath: "webhookTimestamp",
      timestampUnit: "ms",
      toleranceSeconds: 60,
    },
  },
  secret: { prefix: "lin_wh_", encoding: "hex" },
  secretBy: "sender",
  event: {
    type: [{ header: "linear-event" }, { path: "type" }],
    typeSuffix: { path: "action" },
    // Not the body's webhookId: that names the subscription.
    id: [{ header: "linear-delivery" }],
  },
  habits: { deadlineSeconds: 5, retries: "It tries again after a minute, an hour and six hours." },
  setup: [
    "In Linear, open Settings, API, and create a new webhook.",
    "Give it a label, and paste the address as URL.",
    "Choose the events and the team, and create it.",
    "Copy the signing secret that Linear shows, and paste it here.",
  ],
  samples: [
    {
      name: "A new issue",
      eventType: "Issue.create",
      headers: { "linear-event": "Issue", "linear-delivery": "53c9e1a7-0d4b-4268-8f5e-9b0a1c2d3e41" },
      body: {
        action: "create",
        type: "Issue",
        actor,
        createdAt: "2026-03-04T10:11:12.345Z",
        data: {
          id: "c6e2f0b8-71a4-4d95-83cf-2e1d0f9a8b7c",
          identifier: "PIL-204",
          number: 204,
          title: "Radio check stays unanswered",
          description: "Channel 12, every morning before six.",
          priority: 1,
          priorityLabel: "Urgent",
          state: { id: "0a9b8c7d-6e5f-4a3b-8c1d-2e3f4a5b6c7d", name: "Todo", type: "unstarted" },
          team: { id: "4d3c2b1a-0f9e-4d7c-8b5a-6f7e8d9c0b1a", key: "PIL", name: "Pilots" },
          assignee: { id: actor.id, name: actor.name },
          labels: [{ id: "7f6e5d4c-3b2a-4190-8f7e-6d5c4b3a2910", name: "Bug", color: "#eb5757" }],
        },
        url: "https://linear.app/pilotage/issue/PIL-204/radio-check-stays-unanswered",
        ...subscription,
        webhookTimestamp: 1772619072400,
      },
    },
    {
      name: "A new comment",
      eventType: "Comment.create",
      headers: { "linear-event": "Comment", "linear-delivery": "53c9e1a7-0d4b-4268-8f5e-9b0a1c2d3e42" },
      body: {
        action: "create",
        type: "Comment",
        actor,
        createdAt: "2026-03-04T10:20:55.010Z",
        data: {
          id: "9e8d7c6b-5a4f-4e3d-8c2b-1a0f9e8d7c6b",
          body: "The antenna was loose. Fixed.",
          issueId: "c6e2f0b8-71a4-4d95-83cf-2e1d0f9a8b7c",
          userId: actor.id,
        },
        url: "https://linear.app/pilotage/issue/PIL-204/radio-check-stays-unanswered#comment-9e8d7c6b",
        ...subscription,
        webhookTimestamp: 1772619655200,
      },
    },
  ],
  vectors: [
    {
      name: "signed a moment ago",
      secrets: ["lin_wh_channel_twelve"],
      headers: { "linear-signature": "2f58811c6510e16681f3a14d4446f502a487234f167656553e662efadf73253f" },
      body: '{"action":"update","type":"Issue","webhookTimestamp":1772619072400}',
      nowSeconds: 1772619075,
      expect: "accept",
    },
    {
      name: "signed more than a minute ago",
      secrets: ["lin_wh_channel_twelve"],
      headers: { "linear-signature": "2f58811c6510e16681f3a14d4446f502a487234f167656553e662efadf73253f" },
      body: '{"action":"update","type":"Issue","webhookTimestamp":1772619072400}',
      nowSeconds: 1772619134,
      expect: "reject",
    },
    {
      name: "a right signature over a body without a time, and a time in the header",
      secrets: ["lin_wh_channel_twelve"],
      headers: {
        "linear-signature": "b50e1285d26c0db590aa992473a6203748cdbe557f2daebe6d88d03fb4c24f24",
        "linear-timestamp": "1772619072400",
      },
      body: '{"action":"update","type":"Issue"}',
      nowSeconds: 1772619075,
      expect: "reject",
    },
    {
      name: "a time that was changed on its way",
      secrets: ["lin_wh_channel_twelve"],
      headers: { "linear-signature": "2f58811c6510e16681f3a14d4446f502a487234f167656553e662efadf73253f" },
      body: '{"action":"update","type":"Issue","webhookTimestamp":1772619132400}',
      nowSeconds: 1772619134,
      expect: "reject",
    },
  ],
});
