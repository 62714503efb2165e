import { defineSource } from "@/lib/catalog/sources/define-source";
import { smallJson } from "@/lib/catalog/sources/handshake";

/** https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/ */
export const line = defineSource({
  id: "line",
  name: "LINE",
  summary: "Messages to a LINE Official Account, new friends and friends who leave.",
  docsUrl: "https://developers.line.biz/en/docs/messaging-api/receiving-messages/",
  color: "#06c755",
  proof: { kind: "hmac", recipe: { header: "x-line-signature", encoding: "base64" } },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  event: { type: [{ path: "events[0].type" }], id: [{ path: "events[0].webhookEventId" }] },
  batch: { path: "events", event: { type: [{ path: "type" }], id: [{ path: "webhookEventId" }] } },
  handshakes: [
    {
      needsProof: true,
      answer: (request) => {
        const { events } = smallJson(request);
        return Array.isArray(events) && events.length === 0 ? { status: 200 } : undefined;
      },
    },
  ],
  habits: {
    deadlineSeconds: 2,
    retries: "LINE tries again for some time if Webhook redelivery is turned on, and otherwise not.",
  },
  setup: [
    "Open developers.line.biz/console and choose your Messaging API channel.",
    "Under Basic settings, copy the Channel secret and paste it here.",
    "Under Messaging API, Webhook settings, paste the address as Webhook URL and press Verify.",
    "Turn on Use webhook and, if you like, Webhook redelivery.",
  ],
  samples: [
    {
      name: "A text message",
      eventType: "message",
      headers: {},
      body: {
        destination: "U5b1f7c3017d611f19c0e3f1a2b7d9e10",
        events: [
          {
            type: "message",
            mode: "active",
            timestamp: 1772616600219,
            webhookEventId: "01KJVQ7WZ4LAMP0000000000A1",
            deliveryContext: { isRedelivery: false },
            source: { type: "user", userId: "U9c0e3f1a2b7d9e105b1f7c3017d611f1" },
            replyToken: "4f1c0e3f1a2b7d9e105b1f7c3017d611",
            message: { id: "561200000000000071", type: "text", text: "Is the workshop open today?" },
          },
        ],
      },
    },
    {
      name: "A new friend",
      eventType: "follow",
      headers: {},
      body: {
        destination: "U5b1f7c3017d611f19c0e3f1a2b7d9e10",
        events: [
          {
            type: "follow",
            mode: "active",
            timestamp: 1772616660000,
            webhookEventId: "01KJVQ9QF0LAMP0000000000A2",
            deliveryContext: { isRedelivery: false },
            source: { type: "user", userId: "U7d9e104f1c0e3f1a2b5b1f7c3017d611" },
            replyToken: "2b7d9e104f1c0e3f1a5b1f7c3017d69c",
            follow: { isUnblocked: false },
          },
        ],
      },
    },
  ],
  vectors: [
    {
      name: "the vector in the tests of LINE's libraries",
      secrets: ["channel_secret"],
      headers: { "x-line-signature": "/gg9a+LvFevTH1sd7XCQycD7tsWclCsInj7MhBHxN7k=" },
      body: "bodybodybodybody",
      expect: "accept",
    },
    {
      name: "LINE's vector with four letters less",
      secrets: ["channel_secret"],
      headers: { "x-line-signature": "/gg9a+LvFevTH1sd7XCQycD7tsWclCsInj7MhBHxN7k=" },
      body: "bodybodybody",
      expect: "reject",
    },
    {
      name: "LINE's vector with another channel's secret",
      secrets: ["another_secret"],
      headers: { "x-line-signature": "/gg9a+LvFevTH1sd7XCQycD7tsWclCsInj7MhBHxN7k=" },
      body: "bodybodybodybody",
      expect: "reject",
    },
  ],
});
