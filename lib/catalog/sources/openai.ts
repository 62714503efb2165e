import { defineSource } from "@/lib/catalog/sources/define-source";
import { standardWebhooksRecipe } from "@/lib/catalog/sources/standard-webhooks-recipe";

/** https://platform.openai.com/docs/guides/webhooks */
export const openai = defineSource({
  id: "openai",
  name: "OpenAI",
  summary: "Background responses, batches and fine-tuning jobs that came to an end.",
  docsUrl: "https://platform.openai.com/docs/guides/webhooks",
  color: "#0d0d0d",
  proof: { kind: "hmac", recipe: standardWebhooksRecipe("webhook") },
  secret: { prefix: "whsec_", encoding: "base64" },
  secretBy: "sender",
  event: { type: [{ path: "type" }], id: [{ header: "webhook-id" }, { path: "id" }] },
  habits: {
    deadlineSeconds: null,
    retries: "OpenAI expects an answer within a few seconds, and otherwise tries again for up to 72 hours.",
  },
  setup: [
    "On platform.openai.com, open the settings of your project and choose Webhooks.",
    "Choose Create, give it a name, paste the address and choose the events.",
    "Copy the signing secret, which is shown only once, and paste it here.",
  ],
  samples: [
    {
      name: "A finished response",
      eventType: "response.completed",
      headers: { "webhook-id": "wh_69a7f2c08190harbour1" },
      body: {
        id: "evt_69a7f2c08190harbour1",
        object: "event",
        created_at: 1772614800,
        type: "response.completed",
        data: { id: "resp_69a7f2b18190harbour1" },
      },
    },
    {
      name: "A failed batch",
      eventType: "batch.failed",
      headers: { "webhook-id": "wh_69a7f2c08190harbour2" },
      body: {
        id: "evt_69a7f2c08190harbour2",
        object: "event",
        created_at: 1772614860,
        type: "batch.failed",
        data: { id: "batch_69a7f2b18190harbour2" },
      },
    },
  ],
  vectors: [
    {
      name: "the example in OpenAI's own tests",
      secrets: ["whsec_RdvaYFYUXuIFuEbvZHwMfYFhUf7aMYjYcmM24+Aj40c="],
      headers: {
        "webhook-id": "wh_685c059ae39c8190af8c71ed1022a24d",
        "webhook-timestamp": "1750861210",
        "webhook-signature": "v1,gUAg4R2hWouRZqRQG4uJypNS8YK885G838+EHb4nKBY=",
      },
      body: '{"id": "evt_685c059ae3a481909bdc86819b066fb6", "object": "event", "created_at": 1750861210, "type": "response.completed", "data": {"id": "resp_123"}}',
      nowSeconds: 1750861210,
      expect: "accept",
    },
    {
      name: "the example without its spaces",
      secrets: ["whsec_RdvaYFYUXuIFuEbvZHwMfYFhUf7aMYjYcmM24+Aj40c="],
      headers: {
        "webhook-id": "wh_685c059ae39c8190af8c71ed1022a24d",
        "webhook-timestamp": "1750861210",
        "webhook-signature": "v1,gUAg4R2hWouRZqRQG4uJypNS8YK885G838+EHb4nKBY=",
      },
      body: '{"id":"evt_685c059ae3a481909bdc86819b066fb6", "object":"event", "created_at":1750861210, "type":"response.completed", "data":{"id":"resp_123"}}',
      nowSeconds: 1750861210,
      expect: "reject",
    },
    {
      name: "the example, 301 seconds later",
      secrets: ["whsec_RdvaYFYUXuIFuEbvZHwMfYFhUf7aMYjYcmM24+Aj40c="],
      headers: {
        "webhook-id": "wh_685c059ae39c8190af8c71ed1022a24d",
        "webhook-timestamp": "1750861210",
        "webhook-signature": "v1,gUAg4R2hWouRZqRQG4uJypNS8YK885G838+EHb4nKBY=",
      },
      body: '{"id": "evt_685c059ae3a481909bdc86819b066fb6", "object": "event", "created_at": 1750861210, "type": "response.completed", "data": {"id": "resp_123"}}',
      nowSeconds: 1750861511,
      expect: "reject",
    },
  ],
});
