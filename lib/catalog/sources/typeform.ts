import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://www.typeform.com/developers/webhooks/secure-your-webhooks/ */
export const typeform = defineSource({
  id: "typeform",
  name: "Typeform",
  summary: "Answers to a form, as soon as somebody has sent them.",
  docsUrl: "https://www.typeform.com/developers/webhooks/",
  color: "#262627",
  proof: { kind: "hmac", recipe: { header: "typeform-signature", prefix: "sha256=", encoding: "base64" } },
  secret: { prefix: "", encoding: "hex" },
  event: { type: [{ path: "event_type" }], id: [{ path: "event_id" }] },
  habits: {
    deadlineSeconds: 30,
    retries: "Typeform tries again for some hours, and turns the webhook off after the answers 404 and 410.",
  },
  setup: [
    "Open your form in Typeform, choose Connect, then Webhooks, and press Add a webhook.",
    "Paste the address as the endpoint and save.",
    "Press Edit next to the webhook, paste the secret as Secret, and save again.",
    "Turn the webhook on, and press Send test request.",
  ],
  samples: [
    {
      name: "A filled-in form",
      eventType: "form_response",
      headers: {},
      body: {
        event_id: "01KJVQ7WZ4LAMP0000000000C1",
        event_type: "form_response",
        form_response: {
          form_id: "lAmP71",
          token: "5b1f7c3017d611f19c0e3f1a2b7d9e10",
          landed_at: "2026-03-04T09:28:11Z",
          submitted_at: "2026-03-04T09:30:00Z",
          hidden: { campaign: "spring" },
          definition: {
            id: "lAmP71",
            title: "Tell us about your lamp",
            fields: [
              { id: "fNAME0000001", ref: "name", type: "short_text", title: "What is your name?" },
              { id: "fMAIL0000001", ref: "email", type: "email", title: "Where can we write to?" },
              { id: "fRATE0000001", ref: "rating", type: "rating", title: "How bright is it?" },
            ],
          },
          answers: [
            { type: "text", text: "Ines Costa", field: { id: "fNAME0000001", type: "short_text", ref: "name" } },
            { type: "email", email: "ines@example.com", field: { id: "fMAIL0000001", type: "email", ref: "email" } },
            { type: "number", number: 4, field: { id: "fRATE0000001", type: "rating", ref: "rating" } },
          ],
        },
      },
    },
  ],
  vectors: [
    {
      name: "a filled-in form",
      secrets: ["typeform-lantern"],
      headers: { "typeform-signature": "sha256=YrYCr+TyjqaXG/3GeTovn3i8AOB/gabI92mN0CTVEcw=" },
      body: '{"event_id":"01LANTERN","event_type":"form_response"}',
      expect: "accept",
    },
    {
      name: "the same signature as hex digits",
      secrets: ["typeform-lantern"],
      headers: { "typeform-signature": "sha256=62b602afe4f28ea6971bfdc6793a2f9f78bc00e07f81a6c8f7698dd024d511cc" },
      body: '{"event_id":"01LANTERN","event_type":"form_response"}',
      expect: "reject",
    },
    {
      name: "a form that was changed on its way",
      secrets: ["typeform-lantern"],
      headers: { "typeform-signature": "sha256=YrYCr+TyjqaXG/3GeTovn3i8AOB/gabI92mN0CTVEcw=" },
      body: '{"event_id":"02LANTERN","event_type":"form_response"}',
      expect: "reject",
    },
  ],
});
