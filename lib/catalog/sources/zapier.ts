import { anyone } from "@/lib/catalog/sources/anyone";
import { defineSource } from "@/lib/catalog/sources/define-source";
import { bearerProof, toolProofs, toolVectors } from "@/lib/catalog/sources/token-proofs";

/** https://help.zapier.com/hc/en-us/articles/8496326446989 */
export const zapier = defineSource({
  id: "zapier",
  name: "Zapier",
  summary: "A step of a Zap that sends what the Zap knows.",
  docsUrl: "https://help.zapier.com/hc/en-us/articles/8496326446989",
  color: "#ff4f00",
  proof: bearerProof,
  otherProofs: toolProofs,
  secret: { prefix: "", encoding: "hex" },
  event: anyone.event,
  habits: {
    deadlineSeconds: null,
    retries: "Zapier marks the step as failed, and runs it again only if you switched Autoreplay on.",
  },
  setup: [
    "In your Zap, add the action Webhooks by Zapier and choose POST.",
    "Paste the address as URL and choose Json as Payload Type.",
    "Under Data, add the fields to send. A field named event_type says what happened.",
    "Under Headers, add Authorization, with the word Bearer, a space and the secret.",
    "Choose Test step.",
  ],
  samples: [
    {
      name: "A new lead from a Zap",
      eventType: "lead.created",
      headers: {},
      body: {
        event_type: "lead.created",
        name: "Lena Fischer",
        email: "lena@example.com",
        source: "Harbour fair",
        created_at: "2026-03-04T09:00:00Z",
      },
    },
  ],
  vectors: toolVectors,
});
