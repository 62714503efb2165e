import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://developers.docusign.com/platform/webhooks/connect/validate/ */
export const docusign = defineSource({
  id: "docusign",
  name: "Docusign",
  summary: "Envelopes that are sent, signed, completed, declined or voided.",
  docsUrl: "https://developers.docusign.com/platform/webhooks/connect/",
  color: "#4c00ff",
  // One header for each of the account's keys: -1, -2 and so on.
  proof: { kind: "hmac", recipe: { header: "x-docusign-signature-*", encoding: "base64" } },
  secret: { prefix: "", encoding: "base64" },
  secretBy: "sender",
  event: {
    type: [{ path: "event" }],
    id: [
      {
        all: [
          { path: "data.envelopeId" },
          { path: "event" },
          { path: "data.recipientId" },
          { path: "generatedDateTime" },
        ],
      },
      { all: [{ path: "data.envelopeId" }, { path: "event" }, { path: "generatedDateTime" }] },
    ],
  },
  habits: { deadlineSeconds: 100, retries: "Docusign tries again for some days, less and less often." },
  setup: [
    "In Docusign, open Settings, Integrations, Connect. Under Connect Keys, press Add Secret Key, and paste the key here.",
    "Under Configurations, press Add Configuration, Custom.",
    "Paste the address as URL to Publish, and choose the data format REST v2.1 (JSON).",
    "Choose the events, check Include HMAC Signature, and add the configuration.",
  ],
  samples: [
    {
      name: "A completed envelope",
      eventType: "envelope-completed",
      headers: {},
      body: {
        event: "envelope-completed",
        apiVersion: "v2.1",
        uri: "/restapi/v2.1/accounts/5b1f7c30-17d6-41f1-9c0e-3f1a2b7d9e10/envelopes/9c0e3f1a-2b7d-49e1-8051-5b1f7c3017d6",
        retryCount: 0,
        configurationId: 712041,
        generatedDateTime: "2026-03-04T09:30:00.2190000Z",
        data: {
          accountId: "5b1f7c30-17d6-41f1-9c0e-3f1a2b7d9e10",
          userId: "2b7d9e10-4f1c-4e3f-9a5b-1f7c3017d69c",
          envelopeId: "9c0e3f1a-2b7d-49e1-8051-5b1f7c3017d6",
          envelopeSummary: {
            status: "completed",
            emailSubject: "Please sign: lease of the workshop",
            sentDateTime: "2026-03-03T15:02:11.0000000Z",
            completedDateTime: "2026-03-04T09:29:58.0000000Z",
            recipients: {
              signers: [{ recipientId: "1", name: "Ines Costa", email: "ines@example.com", status: "completed" }],
            },
          },
        },
      },
    },
    {
      name: "A declined envelope",
      eventType: "envelope-declined",
      headers: {},
      body: {
        event: "envelope-declined",
        apiVersion: "v2.1",
        retryCount: 0,
        configurationId: 712041,
        generatedDateTime: "2026-03-04T10:12:00.0000000Z",
        data: {
          accountId: "5b1f7c30-17d6-41f1-9c0e-3f1a2b7d9e10",
          envelopeId: "c0e3f1a2-b7d9-41e1-8051-5b1f7c3017d6",
          envelopeSummary: { status: "declined", emailSubject: "Please sign: lease of the cellar" },
        },
      },
    },
  ],
  vectors: [
    {
      name: "an envelope, with its last line end",
      secrets: ["docusign-lantern"],
      headers: { "x-docusign-signature-1": "m+p3oqblO9hAly10GjuCbfQovVq63hIfD3piddfj+1E=" },
      body: '{"event":"envelope-sent","data":{"envelopeId":"e-1"}}\r\n',
      expect: "accept",
    },
    {
      name: "an envelope that is signed with two keys, of which we know the second",
      secrets: ["docusign-lantern"],
      headers: {
        "x-docusign-signature-1": "YzRzwgcGHPAhg3PjVDW5fPKOpOt08UlWR+oHd5LWAEI=",
        "x-docusign-signature-2": "m+p3oqblO9hAly10GjuCbfQovVq63hIfD3piddfj+1E=",
      },
      body: '{"event":"envelope-sent","data":{"envelopeId":"e-1"}}\r\n',
      expect: "accept",
    },
    {
      name: "an envelope without its last line end",
      secrets: ["docusign-lantern"],
      headers: { "x-docusign-signature-1": "m+p3oqblO9hAly10GjuCbfQovVq63hIfD3piddfj+1E=" },
      body: '{"event":"envelope-sent","data":{"envelopeId":"e-1"}}',
      expect: "reject",
    },
    {
      name: "an envelope that is signed with another key",
      secrets: ["docusign-lantern"],
      headers: { "x-docusign-signature-1": "YzRzwgcGHPAhg3PjVDW5fPKOpOt08UlWR+oHd5LWAEI=" },
      body: '{"event":"envelope-sent","data":{"envelopeId":"e-1"}}\r\n',
      expect: "reject",
    },
  ],
});
