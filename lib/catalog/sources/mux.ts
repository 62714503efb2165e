import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://www.mux.com/docs/core/verify-webhook-signatures */
export const mux = defineSource({
  id: "mux",
  name: "Mux",
  summary: "Videos that were uploaded, are ready or failed, and live streams.",
  docsUrl: "https://www.mux.com/docs/core/listen-for-webhooks",
  color: "#fa50b5",
  proof: {
    kind: "hmac",
    recipe: {
      header: "mux-signature",
      separator: ",",
      prefix: "v1=",
      timestampPrefix: "t=",
      signedContent: "{timestamp}.{body}",
    },
  },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  event: { type: [{ path: "type" }], id: [{ path: "id" }] },
  habits: { deadlineSeconds: null, retries: "Mux tries again for up to 24 hours, at growing intervals." },
  setup: [
    "In the Mux dashboard, open Settings, Webhooks, and choose the environment.",
    "Choose Create new webhook, paste the address as URL to notify, and create it.",
    "Show the Signing Secret of the new webhook, copy it and paste it here.",
    "Upload a video to see the first events.",
  ],
  samples: [
    {
      name: "A video that is ready",
      eventType: "video.asset.ready",
      headers: {},
      body: {
        type: "video.asset.ready",
        id: "5b1f7c30-8d2b-4a11-9d5c-2f1a2b7d9e30",
        created_at: "2026-03-04T09:00:00.000000Z",
        object: { type: "asset", id: "hArBoUr01lIgHtHoUsE02pLaNs03" },
        environment: { name: "Production", id: "hrb204" },
        data: {
          id: "hArBoUr01lIgHtHoUsE02pLaNs03",
          status: "ready",
          duration: 83.4,
          aspect_ratio: "16:9",
          playback_ids: [{ policy: "public", id: "pLaYhArBoUr01" }],
          passthrough: "film-12",
          created_at: 1772614700,
        },
        attempts: [],
      },
    },
  ],
  vectors: [
    {
      name: "signed as the sender does",
      secrets: ["mux-example-secret"],
      headers: { "mux-signature": "t=1772614800,v1=c95cae8bb000dc6e9a569bf0cb83ad0055e3cb41365c04af3e6ea9cdb3de9efb" },
      body: '{"type":"video.asset.ready","id":"1"}',
      nowSeconds: 1772614810,
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["mux-example-secret"],
      headers: { "mux-signature": "t=1772614800,v1=c95cae8bb000dc6e9a569bf0cb83ad0055e3cb41365c04af3e6ea9cdb3de9efb" },
      body: '{"type":"video.asset.ready","id":"2"}',
      nowSeconds: 1772614810,
      expect: "reject",
    },
    {
      name: "a request that is too old",
      secrets: ["mux-example-secret"],
      headers: { "mux-signature": "t=1772614800,v1=c95cae8bb000dc6e9a569bf0cb83ad0055e3cb41365c04af3e6ea9cdb3de9efb" },
      body: '{"type":"video.asset.ready","id":"1"}',
      nowSeconds: 1772615101,
      expect: "reject",
    },
  ],
});
