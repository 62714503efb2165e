import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://www.sanity.io/docs/webhooks */
export const sanity = defineSource({
  id: "sanity",
  name: "Sanity",
  summary: "Documents that were created, changed or deleted in a dataset.",
  docsUrl: "https://www.sanity.io/docs/webhooks",
  color: "#f03e2f",
  proof: {
    kind: "hmac",
    recipe: {
      header: "sanity-webhook-signature",
      separator: ",",
      prefix: "v1=",
      encoding: "base64url",
      timestampPrefix: "t=",
      timestampUnit: "ms",
      toleranceSeconds: null,
      signedContent: "{timestamp}.{body}",
    },
  },
  secret: { prefix: "", encoding: "hex" },
  event: { type: [{ header: "sanity-operation" }], id: [{ header: "idempotency-key" }] },
  habits: { deadlineSeconds: null, retries: "Sanity tries twice more, thirty seconds apart." },
  setup: [
    "On sanity.io/manage, open your project, API, Webhooks, and choose Create webhook.",
    "Give it a name, paste the address as URL, and choose the dataset.",
    "Under Trigger on, choose Create, Update and Delete as you like.",
    "Under Advanced settings, paste the secret shown here as Secret, and save.",
  ],
  samples: [
    {
      name: "A changed document",
      eventType: "update",
      headers: {
        "sanity-operation": "update",
        "sanity-document-id": "lamp-1",
        "sanity-dataset": "production",
        "sanity-project-id": "hrb20417",
        "sanity-webhook-id": "wHkHarbour1",
        "idempotency-key": "qQharbour4711-1",
      },
      body: {
        _id: "lamp-1",
        _type: "lamp",
        _rev: "hArBoUrReV0001",
        _createdAt: "2026-03-01T08:00:00Z",
        _updatedAt: "2026-03-04T09:00:00Z",
        title: "The great lamp",
        slug: { _type: "slug", current: "the-great-lamp" },
      },
    },
  ],
  vectors: [
    {
      name: "the example in Sanity's own tests",
      secrets: ["test"],
      headers: { "sanity-webhook-signature": "t=1633519811129,v1=tLa470fx7qkLLEcMOcEUFuBbRSkGujyskxrNXcoh0N0" },
      body: '{"_id":"resume"}',
      expect: "accept",
    },
    {
      name: "the example with another document",
      secrets: ["test"],
      headers: { "sanity-webhook-signature": "t=1633519811129,v1=tLa470fx7qkLLEcMOcEUFuBbRSkGujyskxrNXcoh0N0" },
      body: '{"_id":"summary"}',
      expect: "reject",
    },
    {
      name: "the example with another time",
      secrets: ["test"],
      headers: { "sanity-webhook-signature": "t=1633519811128,v1=tLa470fx7qkLLEcMOcEUFuBbRSkGujyskxrNXcoh0N0" },
      body: '{"_id":"resume"}',
      expect: "reject",
    },
  ],
});
