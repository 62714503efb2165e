import { defineSource } from "@/lib/catalog/sources/define-source";
import { standardWebhooksRecipe } from "@/lib/catalog/sources/standard-webhooks-recipe";

/** https://docs.svix.com/receiving/verifying-payloads/how-manual */
export const svix = defineSource({
  id: "svix",
  name: "Svix",
  summary: "Every sender that delivers its webhooks through Svix.",
  docsUrl: "https://docs.svix.com/receiving/introduction",
  color: "#2c70ff",
  proof: { kind: "hmac", recipe: standardWebhooksRecipe("svix"), orElse: standardWebhooksRecipe("webhook") },
  secret: { prefix: "whsec_", encoding: "base64" },
  secretBy: "sender",
  event: {
    type: [{ path: "type" }, { path: "eventType" }, { path: "event_type" }],
    id: [{ header: "svix-id" }, { header: "webhook-id" }],
  },
  habits: {
    deadlineSeconds: 15,
    retries: "Svix tries seven times more, after 5 seconds, 5 and 30 minutes, and 2, 5, 10 and 10 hours.",
  },
  setup: [
    "Open the webhook page of the service that sends to you: its Endpoints list looks alike everywhere.",
    "Choose Add Endpoint, paste the address and choose the events.",
    "On the new endpoint's page, reveal the Signing Secret, copy it and paste it here. It begins with whsec_.",
    "Send an example from the Testing tab.",
  ],
  samples: [
    {
      name: "A new member",
      eventType: "member.joined",
      headers: { "svix-id": "msg_2zKtq0SvixHarbour1" },
      body: {
        type: "member.joined",
        timestamp: "2026-03-04T09:00:00Z",
        data: { member_id: "mem_204", name: "Ines Duarte", email: "ines@example.com", plan: "crew" },
      },
    },
  ],
  vectors: [
    {
      name: "the example in Svix's documentation",
      secrets: ["whsec_plJ3nmyCDGBKInavdOK15jsl"],
      headers: {
        "svix-id": "msg_loFOjxBNrRLzqYUf",
        "svix-timestamp": "1731705121",
        "svix-signature": "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=",
      },
      body: '{"event_type":"ping","data":{"success":true}}',
      nowSeconds: 1731705121,
      expect: "accept",
    },
    {
      name: "the example under the names of a sender's own brand",
      secrets: ["whsec_plJ3nmyCDGBKInavdOK15jsl"],
      headers: {
        "webhook-id": "msg_loFOjxBNrRLzqYUf",
        "webhook-timestamp": "1731705121",
        "webhook-signature": "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=",
      },
      body: '{"event_type":"ping","data":{"success":true}}',
      nowSeconds: 1731705121,
      expect: "accept",
    },
    {
      name: "the example with another body",
      secrets: ["whsec_plJ3nmyCDGBKInavdOK15jsl"],
      headers: {
        "svix-id": "msg_loFOjxBNrRLzqYUf",
        "svix-timestamp": "1731705121",
        "svix-signature": "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=",
      },
      body: '{"event_type":"ping","data":{"success":false}}',
      nowSeconds: 1731705121,
      expect: "reject",
    },
    {
      name: "another body under the names of a sender's own brand",
      secrets: ["whsec_plJ3nmyCDGBKInavdOK15jsl"],
      headers: {
        "webhook-id": "msg_loFOjxBNrRLzqYUf",
        "webhook-timestamp": "1731705121",
        "webhook-signature": "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=",
      },
      body: '{"event_type":"ping","data":{"success":false}}',
      nowSeconds: 1731705121,
      expect: "reject",
    },
    {
      name: "the example, six minutes later",
      secrets: ["whsec_plJ3nmyCDGBKInavdOK15jsl"],
      headers: {
        "svix-id": "msg_loFOjxBNrRLzqYUf",
        "svix-timestamp": "1731705121",
        "svix-signature": "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=",
      },
      body: '{"event_type":"ping","data":{"success":true}}',
      nowSeconds: 1731705481,
      expect: "reject",
    },
  ],
});
