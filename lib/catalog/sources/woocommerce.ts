import { defineSource } from "@/lib/catalog/sources/define-source";
import type { Handshake } from "@/lib/catalog/sources/handshake";

const PING = /^webhook_id=\d{1,20}$/;
const PING_BYTES_MAX = 40;

/** When a webhook is first saved, WooCommerce posts its number, unsigned, and wants a 200. */
const firstSave: Handshake = {
  needsProof: false,
  answer: ({ method, body }) => {
    const isPing = method === "POST" && body.length <= PING_BYTES_MAX && PING.test(new TextDecoder().decode(body));
    return isPing ? { status: 200, body: "" } : undefined;
  },
};

/** https://woocommerce.com/document/webhooks/ */
export const woocommerce = defineSource({
  id: "woocommerce",
  name: "WooCommerce",
  summary: "Orders, products, customers and coupons of a shop on WordPress.",
  docsUrl: "https://woocommerce.com/document/webhooks/",
  color: "#96588a",
  proof: { kind: "hmac", recipe: { header: "x-wc-webhook-signature", encoding: "base64" } },
  secret: { prefix: "", encoding: "hex" },
  event: { type: [{ header: "x-wc-webhook-topic" }], id: [{ header: "x-wc-webhook-delivery-id" }] },
  handshakes: [firstSave],
  habits: {
    deadlineSeconds: 60,
    retries: "It does not try again, and switches a webhook off after more than five failures in a row.",
  },
  setup: [
    "In WordPress, open WooCommerce, Settings, Advanced, Webhooks, Add webhook.",
    "Give it a name, set the status to Active, and choose the topic.",
    "Paste the address as Delivery URL, and the secret as Secret.",
    "Choose Save webhook.",
  ],
  samples: [
    {
      name: "A new order",
      eventType: "order.created",
      headers: {
        "x-wc-webhook-topic": "order.created",
        "x-wc-webhook-resource": "order",
        "x-wc-webhook-event": "created",
        "x-wc-webhook-delivery-id": "6f1c0d9e8b7a5432",
      },
      body: {
        id: 1842,
        number: "1842",
        status: "processing",
        currency: "EUR",
        date_created: "2026-03-04T12:05:33",
        total: "47.50",
        total_tax: "7.58",
        customer_id: 96,
        customer_note: "",
        billing: {
          first_name: "Ana",
          last_name: "Ribeiro",
          email: "ana@example.com",
          phone: "+351 900 000 000",
          city: "Porto",
          country: "PT",
        },
        payment_method: "bacs",
        payment_method_title: "Bank transfer",
        line_items: [
          {
            id: 3107,
            name: "Tinned sardines",
            product_id: 211,
            quantity: 5,
            sku: "SARD-5",
            price: 9.5,
            total: "47.50",
          },
        ],
      },
    },
    {
      name: "A changed product",
      eventType: "product.updated",
      headers: {
        "x-wc-webhook-topic": "product.updated",
        "x-wc-webhook-resource": "product",
        "x-wc-webhook-event": "updated",
        "x-wc-webhook-delivery-id": "6f1c0d9e8b7a5433",
      },
      body: {
        id: 211,
        name: "Tinned sardines",
        slug: "tinned-sardines",
        permalink: "https://shop.example.com/product/tinned-sardines/",
        type: "simple",
        status: "publish",
        sku: "SARD-5",
        price: "9.50",
        regular_price: "9.50",
        stock_quantity: 120,
        stock_status: "instock",
        date_modified: "2026-03-04T12:18:09",
      },
    },
  ],
  vectors: [
    {
      name: "signed with the secret",
      secrets: ["five sardines"],
      headers: { "x-wc-webhook-signature": "qq4fsNETpwtC0aSGTJ52dhNx5xrmm0eeQ8I8L6aBJG8=" },
      body: '{"id":1842,"status":"processing"}',
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["five sardines"],
      headers: { "x-wc-webhook-signature": "qq4fsNETpwtC0aSGTJ52dhNx5xrmm0eeQ8I8L6aBJG8=" },
      body: '{"id":1842,"status":"refunded"}',
      expect: "reject",
    },
    {
      name: "the signature as hex",
      secrets: ["five sardines"],
      headers: { "x-wc-webhook-signature": "aaae1fb0d113a70b42d1a4864c9e76761371e71ae69b479e43c23c2fa681246f" },
      body: '{"id":1842,"status":"processing"}',
      expect: "reject",
    },
  ],
});
