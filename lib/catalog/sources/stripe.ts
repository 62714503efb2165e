import { defineSource } from "@/lib/catalog/sources/define-source";
import { stripeSamples } from "@/lib/catalog/sources/stripe-samples";

/** The secret is text, its whsec_ included, and not base64. https://docs.stripe.com/webhooks/signature */
export const stripe = defineSource({
  id: "stripe",
  name: "Stripe",
  summary: "Payments, invoices, subscriptions, customers and disputes.",
  docsUrl: "https://docs.stripe.com/webhooks",
  color: "#635bff",
  proof: {
    kind: "hmac",
    recipe: {
      header: "stripe-signature",
      separator: ",",
      prefix: "v1=",
      timestampPrefix: "t=",
      signedContent: "{timestamp}.{body}",
      allowsFuture: true,
    },
  },
  secret: { prefix: "whsec_", encoding: "hex" },
  secretBy: "sender",
  event: { type: [{ path: "type" }], id: [{ path: "id" }] },
  habits: { deadlineSeconds: null, retries: "It tries again for up to three days, with growing pauses." },
  setup: [
    "In Stripe's Dashboard, open Developers, Webhooks, and add an endpoint, which newer dashboards call a destination.",
    "Paste the address as Endpoint URL.",
    "Choose the events it should send, and add it.",
    "Reveal its signing secret, which begins with whsec_, and paste it here.",
  ],
  samples: stripeSamples,
  vectors: [
    {
      name: "signed a moment ago",
      secrets: ["whsec_coins_in_a_jar"],
      headers: {
        "stripe-signature": "t=1772611200,v1=5310e16c988bf420b202263c2e257307ff7ca45aa8119b6dce0792582c974216",
      },
      body: '{ "id": "evt_1", "type": "invoice.paid" }',
      nowSeconds: 1772611205,
      expect: "accept",
    },
    {
      name: "signed exactly five minutes ago",
      secrets: ["whsec_coins_in_a_jar"],
      headers: {
        "stripe-signature": "t=1772611200,v1=5310e16c988bf420b202263c2e257307ff7ca45aa8119b6dce0792582c974216",
      },
      body: '{ "id": "evt_1", "type": "invoice.paid" }',
      nowSeconds: 1772611500,
      expect: "accept",
    },
    {
      name: "signed a second longer ago than that",
      secrets: ["whsec_coins_in_a_jar"],
      headers: {
        "stripe-signature": "t=1772611200,v1=5310e16c988bf420b202263c2e257307ff7ca45aa8119b6dce0792582c974216",
      },
      body: '{ "id": "evt_1", "type": "invoice.paid" }',
      nowSeconds: 1772611501,
      expect: "reject",
    },
    {
      name: "signed with an old and a new secret, of which we have the new one",
      secrets: ["whsec_coins_in_a_jar"],
      headers: {
        "stripe-signature":
          "t=1772611200,v1=e9f601942cbe00ef04203ea26e72de8f5660ae49c1c0d1ac50bfd71c7c28036b,v1=5310e16c988bf420b202263c2e257307ff7ca45aa8119b6dce0792582c974216",
      },
      body: '{ "id": "evt_1", "type": "invoice.paid" }',
      nowSeconds: 1772611205,
      expect: "accept",
    },
    {
      name: "a right signature under the mark of test events",
      secrets: ["whsec_coins_in_a_jar"],
      headers: {
        "stripe-signature": "t=1772611200,v0=5310e16c988bf420b202263c2e257307ff7ca45aa8119b6dce0792582c974216",
      },
      body: '{ "id": "evt_1", "type": "invoice.paid" }',
      nowSeconds: 1772611205,
      expect: "reject",
    },
    {
      name: "the same JSON, written in another way",
      secrets: ["whsec_coins_in_a_jar"],
      headers: {
        "stripe-signature": "t=1772611200,v1=5310e16c988bf420b202263c2e257307ff7ca45aa8119b6dce0792582c974216",
      },
      body: '{"id":"evt_1","type":"invoice.paid"}',
      nowSeconds: 1772611205,
      expect: "reject",
    },
    {
      name: "a newer time than the signed one",
      secrets: ["whsec_coins_in_a_jar"],
      headers: {
        "stripe-signature": "t=1772611800,v1=5310e16c988bf420b202263c2e257307ff7ca45aa8119b6dce0792582c974216",
      },
      body: '{ "id": "evt_1", "type": "invoice.paid" }',
      nowSeconds: 1772611805,
      expect: "reject",
    },
  ],
});
