import { defineSource } from "@/lib/catalog/sources/define-source";
import { paypalVectors } from "@/lib/catalog/sources/paypal-vectors";
import { paypalVerifier } from "@/lib/catalog/sources/verifiers/paypal";

/** https://developer.paypal.com/api/rest/webhooks/rest/ */
export const paypal = defineSource({
  id: "paypal",
  name: "PayPal",
  summary: "Payments, orders, subscriptions, disputes and payouts.",
  docsUrl: "https://developer.paypal.com/api/rest/webhooks/",
  color: "#003087",
  proof: { kind: "own", verifier: paypalVerifier },
  secret: null,
  secretBy: "sender",
  event: { type: [{ path: "event_type" }], id: [{ path: "id" }] },
  habits: { deadlineSeconds: null, retries: "It tries up to 25 times within three days." },
  setup: [
    "At developer.paypal.com, open Apps & Credentials, choose Sandbox or Live, and open your app.",
    "Choose Add Webhook, paste the address as Webhook URL, choose the events, and save.",
    "The list of webhooks now shows a Webhook ID. Copy it, and paste it here in place of a secret.",
    "Events from PayPal's webhook simulator belong to no webhook, so they are refused here. A sandbox payment rings.",
  ],
  samples: [
    {
      name: "A captured payment",
      eventType: "PAYMENT.CAPTURE.COMPLETED",
      headers: {},
      body: {
        id: "WH-9Y180613C5171350R-36X6215532174343X",
        event_version: "1.0",
        create_time: "2026-03-04T12:30:18.104Z",
        resource_type: "capture",
        resource_version: "2.0",
        event_type: "PAYMENT.CAPTURE.COMPLETED",
        summary: "Payment completed for EUR 18.00 EUR",
        resource: {
          id: "7NW873794T343360M",
          status: "COMPLETED",
          amount: { value: "18.00", currency_code: "EUR" },
          final_capture: true,
          invoice_id: "RG-0417",
          custom_id: "table-9",
          seller_receivable_breakdown: {
            gross_amount: { value: "18.00", currency_code: "EUR" },
            paypal_fee: { value: "0.87", currency_code: "EUR" },
            net_amount: { value: "17.13", currency_code: "EUR" },
          },
          create_time: "2026-03-04T12:30:11Z",
          update_time: "2026-03-04T12:30:11Z",
        },
      },
    },
    {
      name: "A cancelled subscription",
      eventType: "BILLING.SUBSCRIPTION.CANCELLED",
      headers: {},
      body: {
        id: "WH-2RN60384HS417023J-7RA17930GT3402711",
        event_version: "1.0",
        create_time: "2026-03-04T12:44:52.700Z",
        resource_type: "subscription",
        resource_version: "2.0",
        event_type: "BILLING.SUBSCRIPTION.CANCELLED",
        summary: "Subscription cancelled",
        resource: {
          id: "I-K7V3J0PX9QWL",
          plan_id: "P-2HW41907YT885612KMX7LKQA",
          status: "CANCELLED",
          status_update_time: "2026-03-04T12:44:50Z",
          start_time: "2025-09-04T00:00:00Z",
          quantity: "1",
          subscriber: {
            name: { given_name: "Tomasz", surname: "Zielinski" },
            email_address: "tomasz@example.com",
            payer_id: "LQX3M7RW8V2YA",
          },
        },
      },
    },
  ],
  vectors: paypalVectors,
});
