import { defineSource } from "@/lib/catalog/sources/define-source";
import { echoable, type Handshake, smallJson } from "@/lib/catalog/sources/handshake";
import { headerValues } from "@/lib/domain/signatures/signed-request";

/** Notion hands over the token once, unsigned: it is what everything after it is signed with. */
const verificationToken: Handshake = {
  needsProof: false,
  answer(request) {
    if (headerValues(request.headers, "x-notion-signature").length > 0) return undefined;
    const { verification_token: token } = smallJson(request);
    return echoable(token) ? { status: 200, secret: token } : undefined;
  },
};

/** https://developers.notion.com/reference/webhooks */
export const notion = defineSource({
  id: "notion",
  name: "Notion",
  summary: "Pages, databases and comments that somebody made or changed.",
  docsUrl: "https://developers.notion.com/reference/webhooks",
  color: "#191919",
  proof: { kind: "hmac", recipe: { header: "x-notion-signature", prefix: "sha256=" } },
  secret: null,
  secretBy: "sender",
  event: { type: [{ path: "type" }], id: [{ path: "id" }] },
  handshakes: [verificationToken],
  habits: {
    deadlineSeconds: null,
    retries: "Notion tries up to eight times more, at growing intervals.",
  },
  setup: [
    "On notion.so/profile/integrations, choose your integration, or make a new one.",
    "Open its Webhooks tab and choose Create a subscription.",
    "Paste the address as Webhook URL, choose the events, and Create subscription.",
    "Notion sends a verification token, which is kept here as the secret. Copy it from here, choose Verify at Notion and paste it there.",
    "In Notion, add the integration to the pages that it should watch, under Connections in their menu.",
  ],
  samples: [
    {
      name: "A new page",
      eventType: "page.created",
      headers: {},
      body: {
        id: "5d6e1a3c-0f7b-4c52-9a61-1c2f8e3b7d01",
        timestamp: "2026-03-04T09:00:00.000Z",
        workspace_id: "1f0a3b7c-5d2e-4a91-8c64-7b9e0d1f2a35",
        workspace_name: "Harbour Works",
        subscription_id: "2a9c4d1e-6f3b-4b82-9d75-8c0f1e2a3b46",
        integration_id: "3bad5e2f-704c-4c93-8e86-9d102f3b4c57",
        type: "page.created",
        authors: [{ id: "4cbe6f30-815d-4da4-9f97-ae21304c5d68", type: "person" }],
        attempt_number: 1,
        entity: { id: "5dcf7041-926e-4eb5-80a8-bf32415d6e79", type: "page" },
        data: { parent: { id: "6ed08152-a37f-4fc6-91b9-c043526e7f8a", type: "database" } },
      },
    },
    {
      name: "A changed property",
      eventType: "page.properties_updated",
      headers: {},
      body: {
        id: "5d6e1a3c-0f7b-4c52-9a61-1c2f8e3b7d02",
        timestamp: "2026-03-04T09:04:10.000Z",
        workspace_id: "1f0a3b7c-5d2e-4a91-8c64-7b9e0d1f2a35",
        subscription_id: "2a9c4d1e-6f3b-4b82-9d75-8c0f1e2a3b46",
        integration_id: "3bad5e2f-704c-4c93-8e86-9d102f3b4c57",
        type: "page.properties_updated",
        authors: [{ id: "4cbe6f30-815d-4da4-9f97-ae21304c5d68", type: "person" }],
        attempt_number: 1,
        entity: { id: "5dcf7041-926e-4eb5-80a8-bf32415d6e79", type: "page" },
        data: {
          parent: { id: "6ed08152-a37f-4fc6-91b9-c043526e7f8a", type: "database" },
          updated_properties: ["Status"],
        },
      },
    },
  ],
  vectors: [
    {
      name: "signed as the sender does",
      secrets: ["secret_exampleTokenOfNotion0123456789"],
      headers: { "x-notion-signature": "sha256=3102b345a1bc88199af9b95154722fa17f9ac002e994dd04af1fa44e40e4ab90" },
      body: '{"id":"evt-1","type":"page.created","entity":{"id":"p-1","type":"page"}}',
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["secret_exampleTokenOfNotion0123456789"],
      headers: { "x-notion-signature": "sha256=3102b345a1bc88199af9b95154722fa17f9ac002e994dd04af1fa44e40e4ab90" },
      body: '{"id":"evt-1","type":"page.created","entity":{"id":"p-2","type":"page"}}',
      expect: "reject",
    },
    {
      name: "a signature without its prefix",
      secrets: ["secret_exampleTokenOfNotion0123456789"],
      headers: { "x-notion-signature": "3102b345a1bc88199af9b95154722fa17f9ac002e994dd04af1fa44e40e4ab90" },
      body: '{"id":"evt-1","type":"page.created","entity":{"id":"p-1","type":"page"}}',
      expect: "reject",
    },
  ],
});
