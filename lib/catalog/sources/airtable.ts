import { defineSource } from "@/lib/catalog/sources/define-source";
import { plainOk } from "@/lib/catalog/sources/plain-ok";

/** https://airtable.com/developers/web/api/webhooks-overview */
export const airtable = defineSource({
  id: "airtable",
  name: "Airtable",
  summary: "A base changed. What changed has to be fetched from Airtable.",
  docsUrl: "https://airtable.com/developers/web/api/webhooks-overview",
  color: "#fcb400",
  proof: {
    kind: "hmac",
    recipe: { header: "x-airtable-content-mac", prefix: "hmac-sha256=", keyEncoding: "base64" },
  },
  secret: { prefix: "", encoding: "base64" },
  secretBy: "sender",
  event: { type: [], id: [] },
  replies: { accepted: plainOk },
  habits: {
    deadlineSeconds: null,
    retries: "Airtable tries again at growing intervals. A webhook ends after seven days unless it is refreshed.",
  },
  setup: [
    "Airtable has no page for webhooks: they are made by a request to its API. Somebody who uses the API can do it for you in a minute.",
    "On airtable.com/create/tokens, make a personal access token with the scope webhook:manage for your base.",
    "Send a POST request to https://api.airtable.com/v0/bases/YOUR_BASE/webhooks with the address as notificationUrl and what to watch as specification.",
    "Copy macSecretBase64 from the answer, which shows it only once, and paste it here.",
    "In the workflow, fetch what changed from the webhook's list of payloads: the request itself only says that something did.",
  ],
  samples: [
    {
      name: "A changed base",
      eventType: "",
      headers: {},
      body: {
        base: { id: "appHarbour0000001" },
        webhook: { id: "achBell0000000001" },
        timestamp: "2026-03-04T09:00:00.000Z",
      },
    },
  ],
  vectors: [
    {
      name: "signed as the sender does",
      secrets: ["YWlydGFibGUtZXhhbXBsZS1tYWMtc2VjcmV0LTAxMjM="],
      headers: {
        "x-airtable-content-mac": "hmac-sha256=a6f58684bb1e02848af831c5974c8ecccc5300b6f3a8bbd2582fe189c851584a",
      },
      body: '{"base":{"id":"appHarbour0000001"},"webhook":{"id":"achBell000000001"},"timestamp":"2026-03-04T09:00:00.000Z"}',
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["YWlydGFibGUtZXhhbXBsZS1tYWMtc2VjcmV0LTAxMjM="],
      headers: {
        "x-airtable-content-mac": "hmac-sha256=a6f58684bb1e02848af831c5974c8ecccc5300b6f3a8bbd2582fe189c851584a",
      },
      body: '{"base":{"id":"appHarvest0000001"},"webhook":{"id":"achBell000000001"},"timestamp":"2026-03-04T09:00:00.000Z"}',
      expect: "reject",
    },
    {
      name: "a signature by the secret's letters rather than what they stand for",
      secrets: ["YWlydGFibGUtZXhhbXBsZS1tYWMtc2VjcmV0LTAxMjM="],
      headers: {
        "x-airtable-content-mac": "hmac-sha256=07e1cc6738a87b187991c3df75c097a5d1eb48b205d443a8d07aa04f5dd2832a",
      },
      body: '{"base":{"id":"appHarbour0000001"},"webhook":{"id":"achBell000000001"},"timestamp":"2026-03-04T09:00:00.000Z"}',
      expect: "reject",
    },
  ],
});
