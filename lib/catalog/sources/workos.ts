import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://workos.com/docs/events/data-syncing/webhooks */
export const workos = defineSource({
  id: "workos",
  name: "WorkOS",
  summary: "Users, organisations, directories and single sign-on connections.",
  docsUrl: "https://workos.com/docs/events/data-syncing/webhooks",
  color: "#6363f1",
  proof: {
    kind: "hmac",
    recipe: {
      header: "workos-signature",
      separator: ",",
      prefix: "v1=",
      timestampPrefix: "t=",
      timestampUnit: "ms",
      toleranceSeconds: 180,
      signedContent: "{timestamp}.{body}",
    },
  },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  event: { type: [{ path: "event" }], id: [{ path: "id" }] },
  habits: { deadlineSeconds: null, retries: "WorkOS tries again at growing intervals, for some days." },
  setup: [
    "In the WorkOS Dashboard, open Developer, Webhooks, and choose Create Webhook.",
    "Paste the address as Endpoint URL, choose the events, and create it.",
    "On the webhook's page, copy the signing secret and paste it here.",
    "Choose Send test event.",
  ],
  samples: [
    {
      name: "A new user in a directory",
      eventType: "dsync.user.created",
      headers: {},
      body: {
        id: "event_01KHARB0URW0RKS0000000001",
        event: "dsync.user.created",
        created_at: "2026-03-04T09:00:00.123Z",
        data: {
          object: "directory_user",
          id: "directory_user_01KHARB0UR0000000001",
          directory_id: "directory_01KHARB0UR0000000001",
          organization_id: "org_01KHARB0UR0000000001",
          idp_id: "20417",
          email: "aiko@example.com",
          first_name: "Aiko",
          last_name: "Tanaka",
          job_title: "Keeper",
          state: "active",
          groups: [],
          custom_attributes: { department: "Lamps" },
          created_at: "2026-03-04T09:00:00.000Z",
          updated_at: "2026-03-04T09:00:00.000Z",
        },
      },
    },
  ],
  vectors: [
    {
      name: "signed as the sender does",
      secrets: ["workos-example-secret"],
      headers: {
        "workos-signature": "t=1772614800000, v1=5aeec785a641d2e0186f1118cea79dea94647bd468f8de7a9eb5bcc0d09b9187",
      },
      body: '{"id":"event_1","event":"user.created"}',
      nowSeconds: 1772614810,
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["workos-example-secret"],
      headers: {
        "workos-signature": "t=1772614800000, v1=5aeec785a641d2e0186f1118cea79dea94647bd468f8de7a9eb5bcc0d09b9187",
      },
      body: '{"id":"event_2","event":"user.created"}',
      nowSeconds: 1772614810,
      expect: "reject",
    },
    {
      name: "a request that is too old",
      secrets: ["workos-example-secret"],
      headers: {
        "workos-signature": "t=1772614800000, v1=5aeec785a641d2e0186f1118cea79dea94647bd468f8de7a9eb5bcc0d09b9187",
      },
      body: '{"id":"event_1","event":"user.created"}',
      nowSeconds: 1772614981,
      expect: "reject",
    },
  ],
});
