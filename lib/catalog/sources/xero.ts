import { defineSource } from "@/lib/catalog/sources/define-source";
import { type Handshake, smallJson } from "@/lib/catalog/sources/handshake";

/**
 * The intent to receive: a few requests without events, some with a wrong signature. Only who answers the right ones with
 * an empty 200 and the others with an empty 401 is sent events.
 */
const intentToReceive: Handshake = {
  needsProof: true,
  answer: (request) => {
    const { events } = smallJson(request);
    return Array.isArray(events) && events.length === 0 ? { status: 200, body: "" } : undefined;
  },
};

const empty = { contentType: "text/plain", body: "" };

/** The key is text, though it looks like base64. https://developer.xero.com/documentation/guides/webhooks/configuring-your-server/ */
export const xero = defineSource({
  id: "xero",
  name: "Xero",
  summary: "Created and changed contacts, invoices and credit notes.",
  docsUrl: "https://developer.xero.com/documentation/guides/webhooks/overview/",
  color: "#13b5ea",
  proof: { kind: "hmac", recipe: { header: "x-xero-signature", encoding: "base64" } },
  secret: { prefix: "", encoding: "base64" },
  secretBy: "sender",
  event: {
    type: [{ path: "events[0].eventCategory" }],
    typeSuffix: { path: "events[0].eventType" },
    // Events have no ids, but no two deliveries are the same to the letter, and this is the sum of one.
    id: [{ header: "x-xero-signature" }],
  },
  batch: {
    path: "events",
    event: { type: [{ path: "eventCategory" }], typeSuffix: { path: "eventType" }, id: [] },
  },
  handshakes: [intentToReceive],
  replies: { accepted: { status: 200, ...empty }, notVerified: { status: 401, ...empty } },
  habits: { deadlineSeconds: 5, retries: "It tries again for up to 24 hours, with growing pauses." },
  setup: [
    "At developer.xero.com, open My Apps, your app, Webhooks.",
    "Choose what it should tell of, paste the address as delivery URL, and save.",
    "Copy the webhooks key, and paste it here.",
    "Only then, choose Send “Intent to receive”. Xero shows OK when the key is right.",
  ],
  samples: [
    {
      name: "A changed invoice",
      eventType: "INVOICE.UPDATE",
      headers: {},
      body: {
        events: [
          {
            resourceUrl: "https://api.xero.com/api.xro/2.0/Invoices/6b5a4f3e-2d1c-4b0a-9f8e-7d6c5b4a3f2e",
            resourceId: "6b5a4f3e-2d1c-4b0a-9f8e-7d6c5b4a3f2e",
            tenantId: "a0f9e8d7-c6b5-4a49-8382-7160f5e4d3c2",
            tenantType: "ORGANISATION",
            eventCategory: "INVOICE",
            eventType: "UPDATE",
            eventDateUtc: "2026-03-04T16:02:11.480",
          },
        ],
        firstEventSequence: 41,
        lastEventSequence: 41,
        entropy: "QWJTRKCVLXNPZDHEGYMU",
      },
    },
    {
      name: "A new contact and a new invoice",
      eventType: "CONTACT.CREATE",
      headers: {},
      body: {
        events: [
          {
            resourceUrl: "https://api.xero.com/api.xro/2.0/Contacts/0c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5",
            resourceId: "0c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5",
            tenantId: "a0f9e8d7-c6b5-4a49-8382-7160f5e4d3c2",
            tenantType: "ORGANISATION",
            eventCategory: "CONTACT",
            eventType: "CREATE",
            eventDateUtc: "2026-03-04T16:10:30.112",
          },
          {
            resourceUrl: "https://api.xero.com/api.xro/2.0/Invoices/1d2e3f4a-5b6c-4d7e-8f90-a1b2c3d4e5f6",
            resourceId: "1d2e3f4a-5b6c-4d7e-8f90-a1b2c3d4e5f6",
            tenantId: "a0f9e8d7-c6b5-4a49-8382-7160f5e4d3c2",
            tenantType: "ORGANISATION",
            eventCategory: "INVOICE",
            eventType: "CREATE",
            eventDateUtc: "2026-03-04T16:10:31.977",
          },
        ],
        firstEventSequence: 42,
        lastEventSequence: 43,
        entropy: "MUGYEHDZPNXLVCKRTJWQ",
      },
    },
  ],
  vectors: [
    {
      name: "an intent to receive, signed with the key as text",
      secrets: ["dGhlIGxlZGdlciBpcyBvcGVu"],
      headers: { "x-xero-signature": "Dr8WS5GwS0AgExZe1/ArXo77K5uTW7qeAayncZm665I=" },
      body: '{"events":[],"firstEventSequence": 0,"lastEventSequence": 0, "entropy": "OPEN"}',
      expect: "accept",
    },
    {
      name: "an intent to receive, signed with another key",
      secrets: ["dGhlIGxlZGdlciBpcyBvcGVu"],
      headers: { "x-xero-signature": "nAwyjLhf7v5XDo9gcB/3vA5CLNw2oIuwkRh2ihcD0bc=" },
      body: '{"events":[],"firstEventSequence": 0,"lastEventSequence": 0, "entropy": "OPEN"}',
      expect: "reject",
    },
    {
      name: "the same JSON, written in another way",
      secrets: ["dGhlIGxlZGdlciBpcyBvcGVu"],
      headers: { "x-xero-signature": "Dr8WS5GwS0AgExZe1/ArXo77K5uTW7qeAayncZm665I=" },
      body: '{"events":[],"firstEventSequence":0,"lastEventSequence":0,"entropy":"OPEN"}',
      expect: "reject",
    },
  ],
});
