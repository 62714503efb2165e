import { defineSource } from "@/lib/catalog/sources/define-source";
import { standardWebhooksRecipe } from "@/lib/catalog/sources/standard-webhooks-recipe";

/** https://resend.com/docs/dashboard/webhooks/verify-webhooks-requests: Resend sends through Svix. */
export const resend = defineSource({
  id: "resend",
  name: "Resend",
  summary: "E-mails that were delivered, opened, clicked or bounced.",
  docsUrl: "https://resend.com/docs/dashboard/webhooks/introduction",
  color: "#171717",
  proof: { kind: "hmac", recipe: standardWebhooksRecipe("svix"), orElse: standardWebhooksRecipe("webhook") },
  secret: { prefix: "whsec_", encoding: "base64" },
  secretBy: "sender",
  event: { type: [{ path: "type" }], id: [{ header: "svix-id" }, { header: "webhook-id" }] },
  habits: {
    deadlineSeconds: 15,
    retries: "Resend tries again after 5 seconds, 5 and 30 minutes, and 2, 5 and 10 hours.",
  },
  setup: [
    "In Resend, open Webhooks and choose Add Webhook.",
    "Paste the address and choose the events.",
    "Choose Add. On the webhook's page, copy the signing secret and paste it here.",
    "Send yourself an e-mail through Resend to see the first event.",
  ],
  samples: [
    {
      name: "A delivered e-mail",
      eventType: "email.delivered",
      headers: { "svix-id": "msg_2zKtq0ResendHarbour1" },
      body: {
        type: "email.delivered",
        created_at: "2026-03-04T09:00:02.310Z",
        data: {
          email_id: "4ef9a417-02e9-4d39-ad75-9611e0fcc33c",
          created_at: "2026-03-04T09:00:00.114Z",
          from: "Harbour Works <post@example.com>",
          to: ["lena@example.com"],
          subject: "Your ticket 4711",
          tags: { kind: "ticket" },
        },
      },
    },
    {
      name: "A bounced e-mail",
      eventType: "email.bounced",
      headers: { "svix-id": "msg_2zKtq0ResendHarbour2" },
      body: {
        type: "email.bounced",
        created_at: "2026-03-04T09:05:41.002Z",
        data: {
          email_id: "4ef9a417-02e9-4d39-ad75-9611e0fcc33d",
          created_at: "2026-03-04T09:05:38.770Z",
          from: "Harbour Works <post@example.com>",
          to: ["nobody@example.com"],
          subject: "Your ticket 4712",
          bounce: { type: "Permanent", subType: "General", message: "There is no such mailbox." },
        },
      },
    },
  ],
  vectors: [
    {
      name: "signed as the sender does",
      secrets: ["whsec_cmVzZW5kLWV4YW1wbGUtc2VjcmV0LTI0"],
      headers: {
        "svix-id": "msg_2zResend1",
        "svix-timestamp": "1772614800",
        "svix-signature": "v1,YVTqVZeTeLjxUglLP5MZTVjN6X/ls1UeKN02VeLXEUM=",
      },
      body: '{"type":"email.delivered","data":{"email_id":"a"}}',
      nowSeconds: 1772614802,
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["whsec_cmVzZW5kLWV4YW1wbGUtc2VjcmV0LTI0"],
      headers: {
        "svix-id": "msg_2zResend1",
        "svix-timestamp": "1772614800",
        "svix-signature": "v1,YVTqVZeTeLjxUglLP5MZTVjN6X/ls1UeKN02VeLXEUM=",
      },
      body: '{"type":"email.delivered","data":{"email_id":"b"}}',
      nowSeconds: 1772614802,
      expect: "reject",
    },
    {
      name: "a request that is ten minutes old",
      secrets: ["whsec_cmVzZW5kLWV4YW1wbGUtc2VjcmV0LTI0"],
      headers: {
        "svix-id": "msg_2zResend1",
        "svix-timestamp": "1772614800",
        "svix-signature": "v1,YVTqVZeTeLjxUglLP5MZTVjN6X/ls1UeKN02VeLXEUM=",
      },
      body: '{"type":"email.delivered","data":{"email_id":"a"}}',
      nowSeconds: 1772615400,
      expect: "reject",
    },
  ],
});
