import { defineSource } from "@/lib/catalog/sources/define-source";
import { echoable, type Handshake, smallJson } from "@/lib/catalog/sources/handshake";
import { secretTokenVerifier } from "@/lib/catalog/sources/verifiers/secret-token";
import { textOption } from "@/lib/catalog/sources/verifiers/text-option";

const challenge: Handshake = {
  needsProof: false,
  answer(request) {
    if (request.method !== "POST" || request.body.length > CHALLENGE_BYTES_MAX) return undefined;
    const { challenge: text, event } = smallJson(request);
    if (event !== undefined || !echoable(text)) return undefined;
    const headers = { "content-type": "application/json" };
    return { status: 200, headers, body: JSON.stringify({ challenge: text }) };
  },
};

const CHALLENGE_BYTES_MAX = 4_096;

const verifier = secretTokenVerifier({
  expectedOf(options) {
    const audience = textOption(options, "audience");
    return audience ? { audience } : {};
  },
});

/** https://developer.monday.com/api-reference/reference/webhooks */
export const monday = defineSource({
  id: "monday",
  name: "monday.com",
  summary: "Items, columns and updates of a board that somebody made or changed.",
  docsUrl: "https://developer.monday.com/api-reference/reference/webhooks",
  color: "#6161ff",
  proof: { kind: "own", verifier },
  otherProofs: { query: { kind: "token", recipe: { query: "token" } } },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  settings: [
    {
      option: "audience",
      label: "Audience",
      help: "Only for an app's webhooks. When set, the token has to name it as aud, which is the address that monday.com calls.",
      isRequired: false,
    },
  ],
  event: { type: [{ path: "event.type" }], id: [{ path: "event.triggerUuid" }] },
  handshakes: [challenge],
  habits: { deadlineSeconds: null, retries: "monday.com tries again once a minute, for half an hour." },
  setup: [
    "For a board's own webhooks, choose the way “query” here: monday.com does not sign them.",
    "On the board, open Integrate, search for Webhooks, and choose what should ring, such as “When an item is created, send a webhook”.",
    "Paste the address, followed by ?token= and the secret, and choose Connect. monday.com asks the address at once, and is answered by itself.",
    "For webhooks of an app of your own, copy the Signing Secret from the app's Basic Information in the Developer Center instead, and paste it here.",
  ],
  samples: [
    {
      name: "A new item",
      eventType: "create_pulse",
      headers: {},
      body: {
        event: {
          app: "monday",
          type: "create_pulse",
          triggerTime: "2026-03-04T09:00:00.123Z",
          subscriptionId: 20417011,
          triggerUuid: "5b1f7c3017d64f1a9c0e3f1a2b7d9e40",
          userId: 88120,
          boardId: 4711000001,
          pulseId: 4711000101,
          pulseName: "Paint the lighthouse",
          groupId: "topics",
          groupName: "This week",
          columnValues: {},
        },
      },
    },
    {
      name: "A changed status",
      eventType: "update_column_value",
      headers: {},
      body: {
        event: {
          app: "monday",
          type: "update_column_value",
          triggerTime: "2026-03-04T09:30:00.456Z",
          subscriptionId: 20417012,
          triggerUuid: "5b1f7c3017d64f1a9c0e3f1a2b7d9e41",
          userId: 88120,
          boardId: 4711000001,
          pulseId: 4711000101,
          pulseName: "Paint the lighthouse",
          columnId: "status",
          columnType: "color",
          columnTitle: "Status",
          value: { label: { index: 1, text: "Done" } },
          previousValue: { label: { index: 0, text: "Working on it" } },
        },
      },
    },
  ],
  vectors: [
    {
      name: "signed as an app's webhooks are",
      secrets: ["monday-example-signing-secret"],
      headers: {
        authorization:
          "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJhY2NvdW50SWQiOjEsInVzZXJJZCI6MiwiYXVkIjoiaHR0cHM6Ly9kb29yLmV4YW1wbGUvaC9tb25kYXkiLCJpYXQiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.SozCC00YVJS2i1Kxrm7tiO1HcTyJvX8YWB8FzEN1H50",
      },
      body: '{"event":{"type":"create_pulse"}}',
      nowSeconds: 1772614805,
      expect: "accept",
    },
    {
      name: "a token that was signed with another secret",
      secrets: ["other"],
      headers: {
        authorization:
          "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJhY2NvdW50SWQiOjEsInVzZXJJZCI6MiwiYXVkIjoiaHR0cHM6Ly9kb29yLmV4YW1wbGUvaC9tb25kYXkiLCJpYXQiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.SozCC00YVJS2i1Kxrm7tiO1HcTyJvX8YWB8FzEN1H50",
      },
      body: '{"event":{"type":"create_pulse"}}',
      nowSeconds: 1772614805,
      expect: "reject",
    },
    {
      name: "a token that has expired",
      secrets: ["monday-example-signing-secret"],
      headers: {
        authorization:
          "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJhY2NvdW50SWQiOjEsInVzZXJJZCI6MiwiYXVkIjoiaHR0cHM6Ly9kb29yLmV4YW1wbGUvaC9tb25kYXkiLCJpYXQiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.SozCC00YVJS2i1Kxrm7tiO1HcTyJvX8YWB8FzEN1H50",
      },
      body: '{"event":{"type":"create_pulse"}}',
      nowSeconds: 1772615200,
      expect: "reject",
    },
    {
      name: "the secret in the address, as a board's webhooks show it",
      scheme: "query",
      secrets: ["monday-example-signing-secret"],
      url: "https://door.example/h/monday?token=monday-example-signing-secret",
      headers: {},
      body: '{"event":{"type":"create_pulse"}}',
      expect: "accept",
    },
    {
      name: "another secret in the address",
      scheme: "query",
      secrets: ["monday-example-signing-secret"],
      url: "https://door.example/h/monday?token=other",
      headers: {},
      body: '{"event":{"type":"create_pulse"}}',
      expect: "reject",
    },
  ],
});
