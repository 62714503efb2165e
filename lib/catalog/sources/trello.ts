import { defineSource } from "@/lib/catalog/sources/define-source";
import type { Handshake } from "@/lib/catalog/sources/handshake";
import { plainOk } from "@/lib/catalog/sources/plain-ok";

/** Trello makes no webhook for an address that does not answer HEAD. */
const head: Handshake = {
  needsProof: false,
  answer: ({ method }) => (method === "HEAD" ? { status: 200 } : undefined),
};

/** https://developer.atlassian.com/cloud/trello/guides/rest-api/webhooks/ */
export const trello = defineSource({
  id: "trello",
  name: "Trello",
  summary: "Cards, lists and boards that somebody made, moved or changed.",
  docsUrl: "https://developer.atlassian.com/cloud/trello/guides/rest-api/webhooks/",
  color: "#0052cc",
  proof: {
    kind: "hmac",
    recipe: { header: "x-trello-webhook", algorithm: "sha1", encoding: "base64", signedContent: "{body}{url}" },
  },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  event: { type: [{ path: "action.type" }], id: [{ path: "action.id" }] },
  handshakes: [head],
  replies: { accepted: plainOk },
  habits: {
    deadlineSeconds: null,
    retries:
      "Trello tries three times more, after 30, 60 and 120 seconds, and gives up a webhook that fails for a month.",
  },
  setup: [
    "On trello.com/power-ups/admin, choose your Power-Up, or make a new one, and open its API key page.",
    "Copy the Secret shown there, which is not the token, and paste it here.",
    "Trello has no page for webhooks: send a POST request to https://api.trello.com/1/webhooks with your key and token, the address as callbackURL and the board's id as idModel.",
    "Give Trello the address exactly as it is shown here: the address is part of what it signs.",
  ],
  samples: [
    {
      name: "A moved card",
      eventType: "updateCard",
      headers: {},
      body: {
        action: {
          id: "65e58d1f0a4711000000c001",
          idMemberCreator: "5f0c1b2a3d4e5f6071829304",
          type: "updateCard",
          date: "2026-03-04T09:00:00.000Z",
          data: {
            old: { idList: "65e58d1f0a47110000001001" },
            card: { id: "65e58d1f0a4711000000a001", name: "Paint the lighthouse", idShort: 12, shortLink: "hArB0uR1" },
            board: { id: "65e58d1f0a4711000000b001", name: "Harbour Works", shortLink: "b0aRd001" },
            listBefore: { id: "65e58d1f0a47110000001001", name: "To do" },
            listAfter: { id: "65e58d1f0a47110000001002", name: "Done" },
          },
          memberCreator: { id: "5f0c1b2a3d4e5f6071829304", fullName: "Tove Lund", username: "tovelund" },
        },
        model: { id: "65e58d1f0a4711000000b001", name: "Harbour Works", url: "https://example.com/b/b0aRd001" },
      },
    },
    {
      name: "A new card",
      eventType: "createCard",
      headers: {},
      body: {
        action: {
          id: "65e58d1f0a4711000000c002",
          idMemberCreator: "5f0c1b2a3d4e5f6071829304",
          type: "createCard",
          date: "2026-03-04T09:20:00.000Z",
          data: {
            card: { id: "65e58d1f0a4711000000a002", name: "Oil the door", idShort: 13, shortLink: "hArB0uR2" },
            list: { id: "65e58d1f0a47110000001001", name: "To do" },
            board: { id: "65e58d1f0a4711000000b001", name: "Harbour Works", shortLink: "b0aRd001" },
          },
          memberCreator: { id: "5f0c1b2a3d4e5f6071829304", fullName: "Tove Lund", username: "tovelund" },
        },
        model: { id: "65e58d1f0a4711000000b001", name: "Harbour Works", url: "https://example.com/b/b0aRd001" },
      },
    },
  ],
  vectors: [
    {
      name: "signed as the sender does",
      secrets: ["trello-example-secret"],
      url: "https://door.example/h/trello",
      headers: { "x-trello-webhook": "KPcbS8Uk2j7WyvKwiFKqVGdCyTo=" },
      body: '{"action":{"id":"65e58d1f0a","type":"updateCard"}}',
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["trello-example-secret"],
      url: "https://door.example/h/trello",
      headers: { "x-trello-webhook": "KPcbS8Uk2j7WyvKwiFKqVGdCyTo=" },
      body: '{"action":{"id":"65e58d1f0a","type":"createCard"}}',
      expect: "reject",
    },
    {
      name: "the same request at another address",
      secrets: ["trello-example-secret"],
      url: "https://door.example/h/trello2",
      headers: { "x-trello-webhook": "KPcbS8Uk2j7WyvKwiFKqVGdCyTo=" },
      body: '{"action":{"id":"65e58d1f0a","type":"updateCard"}}',
      expect: "reject",
    },
  ],
});
