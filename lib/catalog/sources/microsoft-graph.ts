import { defineSource } from "@/lib/catalog/sources/define-source";
import { echoable, type Handshake } from "@/lib/catalog/sources/handshake";
import { microsoftGraphVectors } from "@/lib/catalog/sources/microsoft-graph-vectors";
import { graphTokensVerifier } from "@/lib/catalog/sources/verifiers/graph-tokens";
import { queryOf } from "@/lib/domain/signatures/query-of";

const validationToken: Handshake = {
  needsProof: false,
  answer({ method, url }) {
    const token = method === "POST" ? queryOf(url).get("validationToken") : null;
    if (!echoable(token)) return undefined;
    const headers = { "content-type": "text/plain", "x-content-type-options": "nosniff" };
    return { status: 200, headers, body: token };
  },
};

/** https://learn.microsoft.com/graph/change-notifications-delivery-webhooks */
export const microsoftGraph = defineSource({
  id: "microsoft-graph",
  name: "Microsoft Graph",
  summary: "Changes in Microsoft 365: mail, calendars, files, users, chats.",
  docsUrl: "https://learn.microsoft.com/graph/change-notifications-overview",
  color: "#0078d4",
  proof: { kind: "token", recipe: { path: "value[*].clientState" }, besides: graphTokensVerifier },
  secret: { prefix: "", encoding: "hex" },
  settings: [
    {
      option: "appId",
      label: "Application (client) ID",
      help: "Only for notifications that carry data: the app that subscribes. When set, the tokens that come with such data have to be Microsoft's, and for this app.",
      isRequired: false,
    },
  ],
  event: { type: [{ path: "value[0].changeType" }, { path: "value[0].lifecycleEvent" }], id: [] },
  batch: {
    path: "value",
    event: { type: [{ path: "changeType" }, { path: "lifecycleEvent" }], id: [{ path: "id" }] },
  },
  handshakes: [validationToken],
  habits: {
    deadlineSeconds: 3,
    retries: "Microsoft Graph tries again for up to four hours, and slows down for endpoints that answer late.",
  },
  setup: [
    "Microsoft Graph has no page for subscriptions: they are made by a request to its API. Graph Explorer, at developer.microsoft.com/graph/graph-explorer, can send it for you.",
    "Send a POST request to https://graph.microsoft.com/v1.0/subscriptions with the address as notificationUrl, the secret shown here as clientState, and what to watch as changeType and resource.",
    "Graph asks the address at once whether it is there, and is answered by itself.",
    "If you subscribe with includeResourceData, enter your app's Application (client) ID here: then the tokens that come with the data are checked.",
    "Renew the subscription before its expirationDateTime: depending on the resource it lasts from an hour to a month.",
  ],
  samples: [
    {
      name: "A new message",
      eventType: "created",
      headers: {},
      body: {
        value: [
          {
            id: "hArBoUrNoTiFy1",
            subscriptionId: "5b1f7c30-2dc5-4530-97cd-4e7ae6534c07",
            subscriptionExpirationDateTime: "2026-03-07T09:00:00.000Z",
            clientState: "the secret of your endpoint",
            changeType: "created",
            resource: "Users/ines@example.com/Messages/AAMkAGharbour1",
            tenantId: "11112222-3333-4444-8555-666677778888",
            resourceData: {
              "@odata.type": "#Microsoft.Graph.Message",
              "@odata.id": "Users/ines@example.com/Messages/AAMkAGharbour1",
              "@odata.etag": 'W/"CQAAABYAAAharbour1"',
              id: "AAMkAGharbour1",
            },
          },
        ],
      },
    },
  ],
  vectors: [
    {
      name: "the right client state in every notification",
      secrets: ["graph state"],
      headers: {},
      body: '{"value":[{"changeType":"created","clientState":"graph state"},{"changeType":"created","clientState":"graph state"}]}',
      expect: "accept",
    },
    {
      name: "one notification with another client state",
      secrets: ["graph state"],
      headers: {},
      body: '{"value":[{"changeType":"created","clientState":"graph state"},{"changeType":"created","clientState":"other"}]}',
      expect: "reject",
    },
    {
      name: "one notification without a client state",
      secrets: ["graph state"],
      headers: {},
      body: '{"value":[{"changeType":"created","clientState":"graph state"},{"changeType":"created"}]}',
      expect: "reject",
    },
    { name: "no notification at all", secrets: ["graph state"], headers: {}, body: '{"value":[]}', expect: "reject" },
    ...microsoftGraphVectors,
  ],
});
