import { defineSource } from "@/lib/catalog/sources/define-source";
import { hubspotDigestVerifier } from "@/lib/catalog/sources/verifiers/hubspot";

const url = "https://bell.example.com/h/hub?x=%C3%A9";
const body = '[{"eventId":101,"subscriptionType":"deal.creation"}]';
const secrets = ["hubspot-lantern"];

/** https://developers.hubspot.com/docs/guides/apps/authentication/validating-requests */
export const hubspot = defineSource({
  id: "hubspot",
  name: "HubSpot",
  summary: "Contacts, companies, deals and tickets that are created, changed or deleted.",
  docsUrl: "https://developers.hubspot.com/docs/guides/api/app-management/webhooks",
  color: "#ff5c35",
  scheme: "hubspot-v3",
  proof: {
    kind: "hmac",
    recipe: {
      header: "x-hubspot-signature-v3",
      encoding: "base64",
      timestampHeader: "x-hubspot-request-timestamp",
      timestampUnit: "ms",
      signedContent: "{method}{url}{body}{timestamp}",
    },
  },
  otherProofs: {
    "hubspot-v1": { kind: "own", verifier: hubspotDigestVerifier(1) },
    "hubspot-v2": { kind: "own", verifier: hubspotDigestVerifier(2) },
  },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  event: { type: [{ path: "$[0].subscriptionType" }], id: [] },
  batch: {
    path: "$",
    event: {
      type: [{ path: "subscriptionType" }],
      // HubSpot does not promise that its event ids are unique.
      id: [
        {
          all: [{ path: "eventId" }, { path: "subscriptionType" }, { path: "objectId" }, { path: "occurredAt" }],
        },
        { all: [{ path: "eventId" }, { path: "subscriptionType" }, { path: "occurredAt" }] },
      ],
    },
  },
  habits: { deadlineSeconds: 5, retries: "HubSpot tries up to ten more times within 24 hours." },
  setup: [
    "In HubSpot, open Development, and there your app, or make one with webhooks.",
    "Under Auth, copy the Client secret and paste it here.",
    "Under Webhooks, paste the address as Target URL.",
    "Press Create subscription, choose the objects and the events, and activate it.",
  ],
  samples: [
    {
      name: "A new deal",
      eventType: "deal.creation",
      headers: {},
      body: [
        {
          eventId: 710071,
          subscriptionId: 1301,
          portalId: 204117,
          appId: 512,
          occurredAt: 1772616600219,
          subscriptionType: "deal.creation",
          attemptNumber: 0,
          objectId: 4711,
          changeFlag: "CREATED",
          changeSource: "CRM_UI",
        },
      ],
    },
    {
      name: "Two changed contacts",
      eventType: "contact.propertyChange",
      headers: {},
      body: [
        {
          eventId: 710072,
          subscriptionId: 1302,
          portalId: 204117,
          appId: 512,
          occurredAt: 1772616660000,
          subscriptionType: "contact.propertyChange",
          attemptNumber: 0,
          objectId: 88,
          propertyName: "lifecyclestage",
          propertyValue: "customer",
          changeSource: "CRM_UI",
        },
        {
          eventId: 710073,
          subscriptionId: 1302,
          portalId: 204117,
          appId: 512,
          occurredAt: 1772616660140,
          subscriptionType: "contact.propertyChange",
          attemptNumber: 0,
          objectId: 89,
          propertyName: "lifecyclestage",
          propertyValue: "lead",
          changeSource: "FORM",
        },
      ],
    },
  ],
  vectors: [
    {
      name: "a new deal",
      secrets,
      url,
      headers: {
        "x-hubspot-request-timestamp": "1760000000000",
        "x-hubspot-signature-v3": "ylhn4G7KHjk7uEmbHtdOzoiHjLn5+DX6qG5roJk+hoo=",
      },
      body,
      nowSeconds: 1760000100,
      expect: "accept",
    },
    {
      name: "a new deal, six minutes later",
      secrets,
      url,
      headers: {
        "x-hubspot-request-timestamp": "1760000000000",
        "x-hubspot-signature-v3": "ylhn4G7KHjk7uEmbHtdOzoiHjLn5+DX6qG5roJk+hoo=",
      },
      body,
      nowSeconds: 1760000360,
      expect: "reject",
    },
    {
      name: "a new deal at another address",
      secrets,
      url: "https://bell.example.com/h/hub?x=e",
      headers: {
        "x-hubspot-request-timestamp": "1760000000000",
        "x-hubspot-signature-v3": "ylhn4G7KHjk7uEmbHtdOzoiHjLn5+DX6qG5roJk+hoo=",
      },
      body,
      nowSeconds: 1760000100,
      expect: "reject",
    },
    {
      name: "a new deal, in the second way",
      scheme: "hubspot-v2",
      secrets,
      url,
      headers: { "x-hubspot-signature": "0cc946ffa752d83130c313df1bf3dffcf543e41e78bf26b4e74897b338f059a5" },
      body,
      expect: "accept",
    },
    {
      name: "a new deal with another app's secret, in the second way",
      scheme: "hubspot-v2",
      secrets: ["hubspot-candle"],
      url,
      headers: { "x-hubspot-signature": "0cc946ffa752d83130c313df1bf3dffcf543e41e78bf26b4e74897b338f059a5" },
      body,
      expect: "reject",
    },
    {
      name: "a new deal, in the first way",
      scheme: "hubspot-v1",
      secrets,
      headers: { "x-hubspot-signature": "11928678a4df63d7db1f91e92f06287c6149a31083c4a866da0d8823260ba707" },
      body,
      expect: "accept",
    },
    {
      name: "a new deal that was changed on its way, in the first way",
      scheme: "hubspot-v1",
      secrets,
      headers: { "x-hubspot-signature": "11928678a4df63d7db1f91e92f06287c6149a31083c4a866da0d8823260ba707" },
      body: `${body} `,
      expect: "reject",
    },
  ],
});
