import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://pipedrive.readme.io/docs/guide-for-webhooks-v2 */
export const pipedrive = defineSource({
  id: "pipedrive",
  name: "Pipedrive",
  summary: "Deals, people, organisations and activities that are added, changed or deleted.",
  docsUrl: "https://pipedrive.readme.io/docs/guide-for-webhooks-v2",
  color: "#017737",
  // Pipedrive signs nothing, but shows a user and a password.
  proof: { kind: "token", recipe: { header: "authorization", prefix: "Basic ", encoding: "basic" } },
  secret: { prefix: "doorbell:", encoding: "hex" },
  event: {
    type: [{ path: "meta.entity" }, { path: "meta.object" }],
    typeSuffix: { path: "meta.action" },
    id: [
      // In the first version of its webhooks, `meta.id` was the deal's.
      { all: [{ path: "meta.version" }, { path: "meta.id" }] },
      {
        all: [{ path: "meta.object" }, { path: "meta.id" }, { path: "meta.action" }, { path: "meta.timestamp_micro" }],
      },
    ],
  },
  habits: { deadlineSeconds: 10, retries: "Pipedrive tries three more times within some minutes." },
  setup: [
    "In Pipedrive, open Settings, Tools and apps, Webhooks, and press Create new webhook.",
    "Choose the event action and the event object, or a star for all, and paste the address as Endpoint URL.",
    "Enter what stands before the colon of the secret as HTTP Auth username, and the rest as HTTP Auth password.",
    "Choose version 2 if you are asked, and save.",
  ],
  samples: [
    {
      name: "A deal that was won",
      eventType: "deal.change",
      headers: {},
      body: {
        meta: {
          action: "change",
          entity: "deal",
          entity_id: "4711",
          id: "5b1f7c30-17d6-41f1-9c0e-3f1a2b7d9e10",
          correlation_id: "9c0e3f1a-2b7d-49e1-8051-5b1f7c3017d6",
          company_id: "710071",
          user_id: "512",
          timestamp: "2026-03-04T09:30:00.219Z",
          type: "general",
          version: "2.0",
          webhook_id: "1301",
          attempt: 1,
          host: "harbour-works.pipedrive.com",
          is_bulk_edit: false,
        },
        data: {
          id: 4711,
          title: "Forty lamps for the pier",
          status: "won",
          value: 5996,
          currency: "EUR",
          person_id: 88,
          org_id: 17,
          stage_id: 5,
          pipeline_id: 1,
          won_time: "2026-03-04T09:30:00Z",
        },
        previous: { status: "open", won_time: null },
      },
    },
    {
      name: "A new person",
      eventType: "person.create",
      headers: {},
      body: {
        meta: {
          action: "create",
          entity: "person",
          entity_id: "89",
          id: "2b7d9e10-4f1c-4e3f-9a5b-1f7c3017d69c",
          timestamp: "2026-03-04T09:31:12.000Z",
          type: "general",
          version: "2.0",
          attempt: 1,
        },
        data: { id: 89, name: "Ines Costa", emails: [{ label: "work", value: "ines@example.com", primary: true }] },
        previous: null,
      },
    },
  ],
  vectors: [
    {
      name: "a change with the user and the password",
      secrets: ["doorbell:lantern"],
      headers: { authorization: "Basic ZG9vcmJlbGw6bGFudGVybg==" },
      body: '{"meta":{"action":"change","entity":"deal"}}',
      expect: "accept",
    },
    {
      name: "a change with another password",
      secrets: ["doorbell:lantern"],
      headers: { authorization: "Basic ZG9vcmJlbGw6Y2FuZGxl" },
      body: '{"meta":{"action":"change","entity":"deal"}}',
      expect: "reject",
    },
    {
      name: "a change with the secret as it is",
      secrets: ["doorbell:lantern"],
      headers: { authorization: "doorbell:lantern" },
      body: '{"meta":{"action":"change","entity":"deal"}}',
      expect: "reject",
    },
  ],
});
