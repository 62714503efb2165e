import { defineSource } from "@/lib/catalog/sources/define-source";
import { livekitVerifier } from "@/lib/catalog/sources/verifiers/livekit";

/** https://docs.livekit.io/home/server/webhooks/ */
export const livekit = defineSource({
  id: "livekit",
  name: "LiveKit",
  summary: "Rooms, participants and recordings of calls.",
  docsUrl: "https://docs.livekit.io/home/server/webhooks/",
  color: "#1fd5f9",
  proof: { kind: "own", verifier: livekitVerifier },
  secret: { prefix: "", encoding: "base64" },
  secretBy: "sender",
  settings: [
    {
      option: "apiKey",
      label: "API key",
      help: "The key that the secret belongs to. When set, tokens of other keys are refused.",
      isRequired: false,
    },
  ],
  event: { type: [{ path: "event" }], id: [{ path: "id" }] },
  habits: { deadlineSeconds: null, retries: "LiveKit tries a few times more, at growing intervals." },
  setup: [
    "In LiveKit Cloud, open your project, Settings, API keys. Copy a key and its secret and paste the secret here.",
    "Under Settings, Webhooks, choose Create new webhook.",
    "Paste the address as URL and choose the same API key to sign with.",
    "With a server of your own, write the address under webhook.urls and the key under webhook.api_key in its configuration instead.",
  ],
  samples: [
    {
      name: "A participant who joined",
      eventType: "participant_joined",
      headers: { "content-type": "application/webhook+json" },
      body: {
        event: "participant_joined",
        room: { sid: "RM_hArBoUr4711", name: "harbour-office", creationTime: "1772614700", numParticipants: 2 },
        participant: { sid: "PA_hArBoUr0001", identity: "tove", name: "Tove Lund", state: "ACTIVE" },
        id: "EV_hArBoUr0001",
        createdAt: "1772614800",
      },
    },
    {
      name: "A room that was left",
      eventType: "room_finished",
      headers: { "content-type": "application/webhook+json" },
      body: {
        event: "room_finished",
        room: { sid: "RM_hArBoUr4711", name: "harbour-office", creationTime: "1772614700" },
        id: "EV_hArBoUr0002",
        createdAt: "1772618400",
      },
    },
  ],
  vectors: [
    {
      name: "signed as the sender does",
      secrets: ["livekit-example-secret"],
      options: { apiKey: "APIexample" },
      headers: {
        authorization:
          "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzaGEyNTYiOiJaWVErbFhQNnYrOVdFSkFCb0UvMGhsNmNVaVBZVEJIYkRNNG93OUJ6d1FFPSIsImlzcyI6IkFQSWV4YW1wbGUiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.c6MUz6wNP-L808EzfDLfoa0fQnYu1vB-GBYsJknbKfI",
      },
      body: '{"event":"room_started","id":"EV_1"}',
      nowSeconds: 1772614805,
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["livekit-example-secret"],
      options: { apiKey: "APIexample" },
      headers: {
        authorization:
          "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzaGEyNTYiOiJaWVErbFhQNnYrOVdFSkFCb0UvMGhsNmNVaVBZVEJIYkRNNG93OUJ6d1FFPSIsImlzcyI6IkFQSWV4YW1wbGUiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.c6MUz6wNP-L808EzfDLfoa0fQnYu1vB-GBYsJknbKfI",
      },
      body: '{"event":"room_finished","id":"EV_1"}',
      nowSeconds: 1772614805,
      expect: "reject",
    },
    {
      name: "a token of another key",
      secrets: ["livekit-example-secret"],
      options: { apiKey: "APIexample" },
      headers: {
        authorization:
          "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzaGEyNTYiOiJaWVErbFhQNnYrOVdFSkFCb0UvMGhsNmNVaVBZVEJIYkRNNG93OUJ6d1FFPSIsImlzcyI6IkFQSW90aGVyIiwibmJmIjoxNzcyNjE0ODAwLCJleHAiOjE3NzI2MTUxMDB9.9R5WeCg7HTNM9PSswlDnVlVDyRbK6o6d1j2x0hgHscE",
      },
      body: '{"event":"room_started","id":"EV_1"}',
      nowSeconds: 1772614805,
      expect: "reject",
    },
    {
      name: "a token that has expired",
      secrets: ["livekit-example-secret"],
      options: { apiKey: "APIexample" },
      headers: {
        authorization:
          "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzaGEyNTYiOiJaWVErbFhQNnYrOVdFSkFCb0UvMGhsNmNVaVBZVEJIYkRNNG93OUJ6d1FFPSIsImlzcyI6IkFQSWV4YW1wbGUiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.c6MUz6wNP-L808EzfDLfoa0fQnYu1vB-GBYsJknbKfI",
      },
      body: '{"event":"room_started","id":"EV_1"}',
      nowSeconds: 1772615111,
      expect: "reject",
    },
    {
      name: "a token that was signed with another secret",
      secrets: ["other"],
      options: { apiKey: "APIexample" },
      headers: {
        authorization:
          "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzaGEyNTYiOiJaWVErbFhQNnYrOVdFSkFCb0UvMGhsNmNVaVBZVEJIYkRNNG93OUJ6d1FFPSIsImlzcyI6IkFQSWV4YW1wbGUiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.c6MUz6wNP-L808EzfDLfoa0fQnYu1vB-GBYsJknbKfI",
      },
      body: '{"event":"room_started","id":"EV_1"}',
      nowSeconds: 1772614805,
      expect: "reject",
    },
  ],
});
