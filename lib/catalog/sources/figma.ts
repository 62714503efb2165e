import { defineSource } from "@/lib/catalog/sources/define-source";
import { plainOk } from "@/lib/catalog/sources/plain-ok";

/** https://developers.figma.com/docs/rest-api/webhooks/ */
export const figma = defineSource({
  id: "figma",
  name: "Figma",
  summary: "Files, versions, comments and libraries of a team.",
  docsUrl: "https://developers.figma.com/docs/rest-api/webhooks/",
  color: "#f24e1e",
  proof: { kind: "token", recipe: { path: "passcode" } },
  secret: { prefix: "", encoding: "hex" },
  event: { type: [{ path: "event_type" }], id: [] },
  replies: { accepted: plainOk },
  habits: {
    deadlineSeconds: null,
    retries: "Figma tries three times more, after 5 minutes, 30 minutes and 3 hours.",
  },
  setup: [
    "Figma has no page for webhooks: they are made by a request to its API. Somebody who uses the API can do it for you in a minute.",
    "In Figma, open Settings, Security, and generate a personal access token that may write webhooks.",
    "Send a POST request to https://api.figma.com/v2/webhooks with the event type, the team's id, the address as endpoint, and the secret shown here as passcode.",
    "Figma rings once with a PING.",
  ],
  samples: [
    {
      name: "A comment on a file",
      eventType: "FILE_COMMENT",
      headers: {},
      body: {
        event_type: "FILE_COMMENT",
        comment: [{ text: "The lamp should be a little warmer." }],
        comment_id: "204117",
        created_at: "2026-03-04T09:00:00Z",
        file_key: "hArBoUrLaMp01",
        file_name: "Lighthouse",
        mentions: [],
        passcode: "the secret of your endpoint",
        protocol_version: "2",
        retries: 0,
        timestamp: "2026-03-04T09:00:01Z",
        triggered_by: { id: "88120", handle: "Marek Novak" },
        webhook_id: "4711",
      },
    },
    {
      name: "A new version",
      eventType: "FILE_VERSION_UPDATE",
      headers: {},
      body: {
        event_type: "FILE_VERSION_UPDATE",
        created_at: "2026-03-04T10:12:00Z",
        description: "Ready for print",
        file_key: "hArBoUrLaMp01",
        file_name: "Lighthouse",
        label: "Poster 3",
        passcode: "the secret of your endpoint",
        protocol_version: "2",
        retries: 0,
        timestamp: "2026-03-04T10:12:01Z",
        triggered_by: { id: "88120", handle: "Marek Novak" },
        version_id: "90215",
        webhook_id: "4712",
      },
    },
  ],
  vectors: [
    {
      name: "the right passcode in the body",
      secrets: ["fig passcode"],
      headers: {},
      body: '{"event_type":"FILE_COMMENT","passcode":"fig passcode"}',
      expect: "accept",
    },
    {
      name: "another passcode",
      secrets: ["fig passcode"],
      headers: {},
      body: '{"event_type":"FILE_COMMENT","passcode":"fig"}',
      expect: "reject",
    },
    { name: "no passcode", secrets: ["fig passcode"], headers: {}, body: '{"event_type":"PING"}', expect: "reject" },
  ],
});
