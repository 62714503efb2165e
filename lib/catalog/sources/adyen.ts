import { defineSource } from "@/lib/catalog/sources/define-source";
import { adyenPaymentsVerifier } from "@/lib/catalog/sources/verifiers/adyen-payments";

const ITEM = "NotificationRequestItem";

/** https://docs.adyen.com/development-resources/webhooks/verify-hmac-signatures/ */
export const adyen = defineSource({
  id: "adyen",
  name: "Adyen",
  summary: "Payments, refunds, chargebacks and reports; accounts and transfers of its platforms.",
  docsUrl: "https://docs.adyen.com/development-resources/webhooks/",
  color: "#0abf53",
  proof: { kind: "own", verifier: adyenPaymentsVerifier },
  scheme: "adyen-payments",
  otherProofs: {
    "adyen-platform": {
      kind: "hmac",
      recipe: { header: "hmacsignature", encoding: "base64", keyEncoding: "hex" },
    },
  },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  // What is signed of an item is what makes it this event and no other, and comes the same with each try. Its
  // pspReference alone does not: a payment's chargeback has the payment's.
  event: {
    type: [{ path: `notificationItems[0].${ITEM}.eventCode` }, { path: "type" }],
    id: [{ path: `notificationItems[0].${ITEM}.additionalData.hmacSignature` }, { header: "hmacsignature" }],
  },
  batch: {
    path: "notificationItems",
    event: { type: [{ path: `${ITEM}.eventCode` }], id: [{ path: `${ITEM}.additionalData.hmacSignature` }] },
  },
  habits: { deadlineSeconds: 10, retries: "It tries three more times at once, and then again for up to 30 days." },
  setup: [
    "In Adyen's Customer Area, open Developers, Webhooks, and create a webhook: a Standard webhook for payments.",
    "Under Server configuration, paste the address as URL, and choose JSON.",
    "Under Security, generate an HMAC key. Copy it, and paste it here.",
    "Save the webhook, and send a test from its page.",
    "For webhooks of Adyen's platforms, such as transfers, let the signature be checked as adyen-platform.",
  ],
  samples: [
    {
      name: "An authorised payment",
      eventType: "AUTHORISATION",
      headers: {},
      body: {
        live: "false",
        notificationItems: [
          {
            [ITEM]: {
              eventCode: "AUTHORISATION",
              success: "true",
              eventDate: "2026-03-04T14:10:22+01:00",
              merchantAccountCode: "LanternBooks",
              merchantReference: "order-5521",
              pspReference: "KX7M2Q9ZV4R8T3W5",
              amount: { value: 2390, currency: "EUR" },
              paymentMethod: "visa",
              operations: ["CANCEL", "CAPTURE", "REFUND"],
              reason: "081427:1111:03/2030",
              additionalData: { authCode: "081427", cardSummary: "1111", expiryDate: "03/2030" },
            },
          },
        ],
      },
    },
    {
      name: "A chargeback",
      eventType: "CHARGEBACK",
      headers: {},
      body: {
        live: "false",
        notificationItems: [
          {
            [ITEM]: {
              eventCode: "CHARGEBACK",
              success: "true",
              eventDate: "2026-03-04T14:31:05+01:00",
              merchantAccountCode: "LanternBooks",
              merchantReference: "order-5208",
              originalReference: "HD3P6L1NB9C7X2F4",
              pspReference: "VQ5T8Y2KJ6M4Z9R3",
              amount: { value: 1790, currency: "EUR" },
              paymentMethod: "mc",
              reason: "Goods or services not provided",
              additionalData: { chargebackReasonCode: "4855", disputeStatus: "Undefended" },
            },
          },
        ],
      },
    },
  ],
  vectors: [
    {
      name: "the example in Adyen's library",
      secrets: ["DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00"],
      headers: {},
      body: '{"notificationItems":[{"NotificationRequestItem":{"pspReference":"pspReference","originalReference":"originalReference","merchantAccountCode":"merchantAccount","merchantReference":"reference","amount":{"currency":"EUR","value":1000},"eventCode":"REPORT_AVAILABLE","success":"true","additionalData":{"hmacSignature":"ZNBPtI+oDyyRrLyD1XirkKnQgIAlFc07Vj27TeHsDRE="}}}]}',
      expect: "accept",
    },
    {
      name: "an amount that was changed on its way",
      secrets: ["DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00"],
      headers: {},
      body: '{"notificationItems":[{"NotificationRequestItem":{"pspReference":"pspReference","originalReference":"originalReference","merchantAccountCode":"merchantAccount","merchantReference":"reference","amount":{"currency":"EUR","value":1001},"eventCode":"REPORT_AVAILABLE","success":"true","additionalData":{"hmacSignature":"ZNBPtI+oDyyRrLyD1XirkKnQgIAlFc07Vj27TeHsDRE="}}}]}',
      expect: "reject",
    },
    {
      name: "two items, the first without some of the fields",
      secrets: ["5b1c9d3e7f204a68b0c2d4e6f8091a3b5c7d9e0f1a2b3c4d5e6f708192a3b4c5"],
      headers: {},
      body: '{"notificationItems":[{"NotificationRequestItem":{"pspReference":"A1","merchantAccountCode":"LanternBooks","merchantReference":"order-1","amount":{"value":0,"currency":"EUR"},"eventCode":"CANCELLATION","success":"false","additionalData":{"hmacSignature":"7fmVZq/B3kZOiZf9zlHnsxmIL5LC4x7glsBzO6/OODQ="}}},{"NotificationRequestItem":{"pspReference":"B2","originalReference":"A1","merchantAccountCode":"LanternBooks","merchantReference":"order-1","amount":{"value":250,"currency":"EUR"},"eventCode":"REFUND","success":"true","additionalData":{"hmacSignature":"hToAfLpQUwehRq94S1WKJg+ye3luORABcpE2W5q8goI="}}}]}',
      expect: "accept",
    },
    {
      name: "two items, of which only the first is signed",
      secrets: ["5b1c9d3e7f204a68b0c2d4e6f8091a3b5c7d9e0f1a2b3c4d5e6f708192a3b4c5"],
      headers: {},
      body: '{"notificationItems":[{"NotificationRequestItem":{"pspReference":"A1","merchantAccountCode":"LanternBooks","merchantReference":"order-1","amount":{"value":0,"currency":"EUR"},"eventCode":"CANCELLATION","success":"false","additionalData":{"hmacSignature":"7fmVZq/B3kZOiZf9zlHnsxmIL5LC4x7glsBzO6/OODQ="}}},{"NotificationRequestItem":{"pspReference":"B2","merchantAccountCode":"LanternBooks","amount":{"value":250,"currency":"EUR"},"eventCode":"REFUND","success":"true"}}]}',
      expect: "reject",
    },
    {
      name: "no items",
      secrets: ["5b1c9d3e7f204a68b0c2d4e6f8091a3b5c7d9e0f1a2b3c4d5e6f708192a3b4c5"],
      headers: {},
      body: '{"live":"false","notificationItems":[]}',
      expect: "reject",
    },
    {
      name: "signed by a platform",
      scheme: "adyen-platform",
      secrets: ["5b1c9d3e7f204a68b0c2d4e6f8091a3b5c7d9e0f1a2b3c4d5e6f708192a3b4c5"],
      headers: {
        hmacsignature: "6JqmIz/AjcX7Px8JIN6WNkfl2R0H0Os83Pl39LfeTFU=",
      },
      body: '{"type":"balancePlatform.transfer.created","data":{"id":"1W1UG35U8A9J5ZLG"}}',
      expect: "accept",
    },
    {
      name: "signed with the key as text",
      scheme: "adyen-platform",
      secrets: ["5b1c9d3e7f204a68b0c2d4e6f8091a3b5c7d9e0f1a2b3c4d5e6f708192a3b4c5"],
      headers: {
        hmacsignature: "POfPN4LssHVlEQsPao5TbaHQwhUTpYnCXx2yubxARYA=",
      },
      body: '{"type":"balancePlatform.transfer.created","data":{"id":"1W1UG35U8A9J5ZLG"}}',
      expect: "reject",
    },
  ],
});
