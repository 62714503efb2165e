import { defineSource } from "@/lib/catalog/sources/define-source";
import { type Handshake, smallJson } from "@/lib/catalog/sources/handshake";
import { encodeBytes } from "@/lib/domain/signatures/encode-bytes";

const utf8 = new TextEncoder();

/**
 * Zoom asks for a token's signature, again every 72 hours. A token with a colon could be the content of a request (see
 * the recipe), of which nobody should get a signature from us.
 */
const urlValidation: Handshake = {
  needsProof: true,
  answer: (request, { secrets, crypto }) => {
    const { event, payload } = smallJson(request);
    if (event !== "endpoint.url_validation" || typeof payload !== "object" || payload === null) return undefined;
    const plainToken = "plainToken" in payload ? payload.plainToken : undefined;
    const [secret] = secrets;
    if (!secret || typeof plainToken !== "string" || !/^[\w.~+/=-]{1,200}$/.test(plainToken)) {
      return { status: 400, ok: false };
    }
    const encryptedToken = encodeBytes(crypto.hmac("sha256", utf8.encode(secret), utf8.encode(plainToken)), "hex");
    const body = JSON.stringify({ plainToken, encryptedToken });
    return { status: 200, headers: { "content-type": "application/json" }, body };
  },
};

const moment = [{ path: "event" }, { path: "event_ts" }];

/** https://developers.zoom.us/docs/api/webhooks/#verify-webhook-events */
export const zoom = defineSource({
  id: "zoom",
  name: "Zoom",
  summary: "Meetings that start and end, people who join, and recordings that are ready.",
  docsUrl: "https://developers.zoom.us/docs/api/webhooks/",
  color: "#0b5cff",
  proof: {
    kind: "hmac",
    recipe: {
      header: "x-zm-signature",
      prefix: "v0=",
      timestampHeader: "x-zm-request-timestamp",
      signedContent: "v0:{timestamp}:{body}",
    },
  },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  event: {
    type: [{ path: "event" }],
    id: [
      {
        all: [...moment, { path: "payload.object.uuid" }, { path: "payload.object.participant.participant_uuid" }],
      },
      { all: [...moment, { path: "payload.object.uuid" }] },
      { all: [...moment, { path: "payload.object.id" }] },
    ],
  },
  handshakes: [urlValidation],
  // Zoom counts 200 and 204 as received, and no other status.
  replies: { accepted: { status: 200, contentType: "text/plain", body: "" } },
  habits: { deadlineSeconds: 3, retries: "Zoom tries three more times, after about 5, 30 and 90 minutes." },
  setup: [
    "Open marketplace.zoom.us, choose Develop, Build App, and make a Webhook Only app, or open an app you have.",
    "Under Features, Access, copy the Secret Token and paste it here.",
    "Turn on Event Subscriptions and press Add Event Subscription.",
    "Paste the address as Event notification endpoint URL, and press Validate.",
    "Press Add Events, choose the events, and save.",
  ],
  samples: [
    {
      name: "A meeting that has started",
      eventType: "meeting.started",
      headers: {},
      body: {
        event: "meeting.started",
        event_ts: 1772616600219,
        payload: {
          account_id: "kXHARBOURkXHARBOURkXHA",
          object: {
            id: "87100000071",
            uuid: "lampLAMPlampLAMPlampLA==",
            host_id: "zLampKeeper000000000tw",
            topic: "Lamp keepers, weekly",
            type: 8,
            start_time: "2026-03-04T09:30:00Z",
            timezone: "Europe/Lisbon",
            duration: 30,
          },
        },
      },
    },
    {
      name: "A recording that is ready",
      eventType: "recording.completed",
      headers: {},
      body: {
        event: "recording.completed",
        event_ts: 1772619300000,
        payload: {
          account_id: "kXHARBOURkXHARBOURkXHA",
          object: {
            id: "87100000071",
            uuid: "lampLAMPlampLAMPlampLA==",
            host_email: "tove@example.com",
            topic: "Lamp keepers, weekly",
            start_time: "2026-03-04T09:30:00Z",
            duration: 31,
            total_size: 41204117,
            recording_count: 1,
            share_url: "https://zoom.example.com/rec/share/lamp",
            recording_files: [{ id: "rec-71", file_type: "MP4", file_size: 41204117, status: "completed" }],
          },
        },
      },
    },
  ],
  vectors: [
    {
      name: "a meeting that has ended",
      secrets: ["zoom-lantern"],
      headers: {
        "x-zm-request-timestamp": "1760000000",
        "x-zm-signature": "v0=3b69d097b34fe6c87cdf2aed45b5af5e511c9a68e06a4d062473c3e2cabd0802",
      },
      body: '{"event":"meeting.ended","event_ts":1760000000123,"payload":{"object":{"uuid":"u/1=="}}}',
      nowSeconds: 1760000002,
      expect: "accept",
    },
    {
      name: "the same, six minutes later",
      secrets: ["zoom-lantern"],
      headers: {
        "x-zm-request-timestamp": "1760000000",
        "x-zm-signature": "v0=3b69d097b34fe6c87cdf2aed45b5af5e511c9a68e06a4d062473c3e2cabd0802",
      },
      body: '{"event":"meeting.ended","event_ts":1760000000123,"payload":{"object":{"uuid":"u/1=="}}}',
      nowSeconds: 1760000360,
      expect: "reject",
    },
    {
      name: "the same with another app's token",
      secrets: ["zoom-candle"],
      headers: {
        "x-zm-request-timestamp": "1760000000",
        "x-zm-signature": "v0=3b69d097b34fe6c87cdf2aed45b5af5e511c9a68e06a4d062473c3e2cabd0802",
      },
      body: '{"event":"meeting.ended","event_ts":1760000000123,"payload":{"object":{"uuid":"u/1=="}}}',
      nowSeconds: 1760000002,
      expect: "reject",
    },
  ],
});
