import { defineSource } from "@/lib/catalog/sources/define-source";
import { echoable, type Handshake } from "@/lib/catalog/sources/handshake";
import { plainOk } from "@/lib/catalog/sources/plain-ok";
import { headerValues } from "@/lib/domain/signatures/signed-request";

const verification: Handshake = {
  needsProof: false,
  answer({ method, headers: asked }) {
    const [challenge] = headerValues(asked, "x-okta-verification-challenge");
    if (method !== "GET" || !echoable(challenge)) return undefined;
    const headers = { "content-type": "application/json" };
    return { status: 200, headers, body: JSON.stringify({ verification: challenge }) };
  },
};

/** https://developer.okta.com/docs/concepts/event-hooks/ */
export const okta = defineSource({
  id: "okta",
  name: "Okta",
  summary: "Users who signed in, were added, suspended or given access.",
  docsUrl: "https://developer.okta.com/docs/concepts/event-hooks/",
  color: "#191919",
  proof: { kind: "token", recipe: { header: "authorization" } },
  secret: { prefix: "", encoding: "hex" },
  event: { type: [{ path: "data.events[0].eventType" }], id: [{ path: "eventId" }] },
  batch: { path: "data.events", event: { type: [{ path: "eventType" }], id: [{ path: "uuid" }] } },
  handshakes: [verification],
  replies: { accepted: plainOk },
  habits: { deadlineSeconds: 3, retries: "Okta tries once more when the answer does not come in time." },
  setup: [
    "In the Okta Admin Console, open Workflow, Event Hooks, and choose Create Event Hook.",
    "Paste the address as Endpoint URL.",
    "As Authentication field write authorization, and paste the secret as Authentication secret.",
    "Choose the events, then Save & Continue, and Verify. Okta asks the address, and is answered by itself.",
  ],
  samples: [
    {
      name: "A new user",
      eventType: "user.lifecycle.create",
      headers: {},
      body: {
        eventType: "com.okta.event_hook",
        eventTypeVersion: "1.0",
        cloudEventsVersion: "0.1",
        source: "https://harbour.example.com/api/v1/eventHooks/whoharbour1",
        eventId: "5b1f7c30-91ae-4f1a-9c0e-3f1a2b7d9e50",
        data: {
          events: [
            {
              uuid: "5b1f7c30-17d6-11f1-9c0e-3f1a2b7d9e51",
              published: "2026-03-04T09:00:00.000Z",
              eventType: "user.lifecycle.create",
              version: "0",
              displayMessage: "Create Okta user",
              severity: "INFO",
              actor: { id: "00uharbour1", type: "User", alternateId: "ines@example.com", displayName: "Ines Duarte" },
              outcome: { result: "SUCCESS" },
              target: [
                { id: "00uharbour2", type: "User", alternateId: "aiko@example.com", displayName: "Aiko Tanaka" },
              ],
            },
          ],
        },
        eventTime: "2026-03-04T09:00:01.000Z",
        contentType: "application/json",
      },
    },
  ],
  vectors: [
    {
      name: "the secret in the header",
      secrets: ["okta secret"],
      headers: { authorization: "okta secret" },
      body: '{"eventType":"com.okta.event_hook"}',
      expect: "accept",
    },
    {
      name: "another secret",
      secrets: ["okta secret"],
      headers: { authorization: "okta" },
      body: '{"eventType":"com.okta.event_hook"}',
      expect: "reject",
    },
  ],
});
