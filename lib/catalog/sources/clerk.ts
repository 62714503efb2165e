import { defineSource } from "@/lib/catalog/sources/define-source";
import { standardWebhooksRecipe } from "@/lib/catalog/sources/standard-webhooks-recipe";

/** https://clerk.com/docs/webhooks/overview: Clerk sends through Svix. */
export const clerk = defineSource({
  id: "clerk",
  name: "Clerk",
  summary: "Users, sessions and organisations of an app that signs people in with Clerk.",
  docsUrl: "https://clerk.com/docs/webhooks/overview",
  color: "#6c47ff",
  proof: { kind: "hmac", recipe: standardWebhooksRecipe("svix"), orElse: standardWebhooksRecipe("webhook") },
  secret: { prefix: "whsec_", encoding: "base64" },
  secretBy: "sender",
  event: { type: [{ path: "type" }], id: [{ header: "svix-id" }, { header: "webhook-id" }] },
  habits: {
    deadlineSeconds: 15,
    retries: "Clerk delivers through Svix, which tries again for more than a day, at growing intervals.",
  },
  setup: [
    "In the Clerk Dashboard, open Configure, Webhooks.",
    "Choose Add Endpoint, paste the address as Endpoint URL and choose the events.",
    "Choose Create. On the endpoint's page, copy the Signing Secret and paste it here.",
    "Open the Testing tab and send an example.",
  ],
  samples: [
    {
      name: "A new user",
      eventType: "user.created",
      headers: { "svix-id": "msg_2zKtq0ClerkHarbour1" },
      body: {
        type: "user.created",
        object: "event",
        instance_id: "ins_2harbour",
        timestamp: 1772614800000,
        data: {
          id: "user_2zKtpHarbourAiko",
          object: "user",
          first_name: "Aiko",
          last_name: "Tanaka",
          username: null,
          email_addresses: [
            {
              id: "idn_2zKtpHarbourMail",
              object: "email_address",
              email_address: "aiko@example.com",
              verification: { status: "verified", strategy: "email_code" },
            },
          ],
          primary_email_address_id: "idn_2zKtpHarbourMail",
          public_metadata: {},
          created_at: 1772614799120,
          updated_at: 1772614799120,
        },
      },
    },
    {
      name: "A deleted user",
      eventType: "user.deleted",
      headers: { "svix-id": "msg_2zKtq0ClerkHarbour2" },
      body: {
        type: "user.deleted",
        object: "event",
        instance_id: "ins_2harbour",
        timestamp: 1772618400000,
        data: { id: "user_2zKtpHarbourAiko", object: "user", deleted: true },
      },
    },
  ],
  vectors: [
    {
      name: "signed as the sender does",
      secrets: ["whsec_Y2xlcmstZXhhbXBsZS1zZWNyZXQtMjRi"],
      headers: {
        "svix-id": "msg_2zClerk1",
        "svix-timestamp": "1772614800",
        "svix-signature": "v1,ASNmFpEjgV4938l0EMOVW4kh6VmBeRSECuKXmfou92A=",
      },
      body: '{"type":"user.created","data":{"id":"user_1"}}',
      nowSeconds: 1772614802,
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["whsec_Y2xlcmstZXhhbXBsZS1zZWNyZXQtMjRi"],
      headers: {
        "svix-id": "msg_2zClerk1",
        "svix-timestamp": "1772614800",
        "svix-signature": "v1,ASNmFpEjgV4938l0EMOVW4kh6VmBeRSECuKXmfou92A=",
      },
      body: '{"type":"user.created","data":{"id":"user_2"}}',
      nowSeconds: 1772614802,
      expect: "reject",
    },
    {
      name: "a request that is ten minutes old",
      secrets: ["whsec_Y2xlcmstZXhhbXBsZS1zZWNyZXQtMjRi"],
      headers: {
        "svix-id": "msg_2zClerk1",
        "svix-timestamp": "1772614800",
        "svix-signature": "v1,ASNmFpEjgV4938l0EMOVW4kh6VmBeRSECuKXmfou92A=",
      },
      body: '{"type":"user.created","data":{"id":"user_1"}}',
      nowSeconds: 1772615400,
      expect: "reject",
    },
  ],
});
