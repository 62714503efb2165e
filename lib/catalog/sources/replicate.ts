import { defineSource } from "@/lib/catalog/sources/define-source";
import { standardWebhooksRecipe } from "@/lib/catalog/sources/standard-webhooks-recipe";

/** https://replicate.com/docs/topics/webhooks/verify-webhook */
export const replicate = defineSource({
  id: "replicate",
  name: "Replicate",
  summary: "Predictions and trainings of AI models, when they start, put something out or end.",
  docsUrl: "https://replicate.com/docs/topics/webhooks",
  color: "#ea2804",
  proof: { kind: "hmac", recipe: standardWebhooksRecipe("webhook") },
  secret: { prefix: "whsec_", encoding: "base64" },
  secretBy: "sender",
  // The body's id names the prediction, which is told of several times.
  event: { type: [{ path: "status" }], id: [{ header: "webhook-id" }] },
  habits: {
    deadlineSeconds: null,
    retries:
      "Replicate tries again for about a minute with the news that a prediction has ended, and not with the others.",
  },
  setup: [
    "Ask Replicate's API for your signing secret, at /v1/webhooks/default/secret, and paste it here. It begins with whsec_.",
    "Whenever you start a prediction, give it the address as webhook.",
    "Set webhook_events_filter to completed, unless you want to hear of every step.",
  ],
  samples: [
    {
      name: "A finished prediction",
      eventType: "succeeded",
      headers: { "webhook-id": "msg_2zKtq0ReplicateHarbour1" },
      body: {
        id: "h4rb0urq9nrm0cn1zq3s8example",
        model: "example/lighthouse-painter",
        version: "5c7d5dc6dd8bf75c1acaa8565735e7986bc5b66206b55cca93cb72c9bf15ccaa",
        input: { prompt: "a lighthouse at dawn, in watercolour" },
        logs: "",
        output: ["https://example.com/out/lighthouse-0.webp"],
        error: null,
        status: "succeeded",
        created_at: "2026-03-04T09:00:00.120Z",
        started_at: "2026-03-04T09:00:00.480Z",
        completed_at: "2026-03-04T09:00:02.911Z",
        metrics: { predict_time: 2.43 },
      },
    },
    {
      name: "A failed prediction",
      eventType: "failed",
      headers: { "webhook-id": "msg_2zKtq0ReplicateHarbour2" },
      body: {
        id: "h4rb0urq9nrm0cn1zq3s9example",
        model: "example/lighthouse-painter",
        input: { prompt: "" },
        output: null,
        error: "The prompt is empty.",
        status: "failed",
        created_at: "2026-03-04T09:10:00.120Z",
        started_at: "2026-03-04T09:10:00.480Z",
        completed_at: "2026-03-04T09:10:00.611Z",
      },
    },
  ],
  vectors: [
    {
      name: "signed as the sender does",
      secrets: ["whsec_cmVwbGljYXRlLWV4YW1wbGUta2V5LTI0"],
      headers: {
        "webhook-id": "msg_2zReplicate1",
        "webhook-timestamp": "1772614800",
        "webhook-signature": "v1,f5vBeSxeQzrAB5TGAjLWWy9RX3QKTqeqvebr5+9T2yA=",
      },
      body: '{"id":"p1","status":"succeeded"}',
      nowSeconds: 1772614802,
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["whsec_cmVwbGljYXRlLWV4YW1wbGUta2V5LTI0"],
      headers: {
        "webhook-id": "msg_2zReplicate1",
        "webhook-timestamp": "1772614800",
        "webhook-signature": "v1,f5vBeSxeQzrAB5TGAjLWWy9RX3QKTqeqvebr5+9T2yA=",
      },
      body: '{"id":"p1","status":"failed"}',
      nowSeconds: 1772614802,
      expect: "reject",
    },
    {
      name: "a request that is ten minutes old",
      secrets: ["whsec_cmVwbGljYXRlLWV4YW1wbGUta2V5LTI0"],
      headers: {
        "webhook-id": "msg_2zReplicate1",
        "webhook-timestamp": "1772614800",
        "webhook-signature": "v1,f5vBeSxeQzrAB5TGAjLWWy9RX3QKTqeqvebr5+9T2yA=",
      },
      body: '{"id":"p1","status":"succeeded"}',
      nowSeconds: 1772615400,
      expect: "reject",
    },
  ],
});
