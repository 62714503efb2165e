import { anyone } from "@/lib/catalog/sources/anyone";
import { defineSource } from "@/lib/catalog/sources/define-source";
import { bearerProof, toolProofs, toolVectors } from "@/lib/catalog/sources/token-proofs";

/** https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.httprequest/ */
export const n8n = defineSource({
  id: "n8n",
  name: "n8n",
  summary: "A node of an n8n workflow that sends what the workflow knows.",
  docsUrl: "https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.httprequest/",
  color: "#ea4b71",
  proof: bearerProof,
  otherProofs: toolProofs,
  secret: { prefix: "", encoding: "hex" },
  event: anyone.event,
  habits: {
    deadlineSeconds: null,
    retries: "n8n stops the workflow with an error, unless Retry On Fail is on in the node's settings.",
  },
  setup: [
    "In your workflow, add the node HTTP Request.",
    "Choose the method POST and paste the address as URL.",
    "As Authentication, choose Generic Credential Type and Bearer Auth, and make a credential with the secret as its token.",
    "Switch Send Body on, choose JSON, and write what to send. A field named event_type says what happened.",
    "Choose Execute step.",
  ],
  samples: [
    {
      name: "A finished backup",
      eventType: "backup.finished",
      headers: {},
      body: { event_type: "backup.finished", host: "lamp-room", megabytes: 2041, ok: true },
    },
  ],
  vectors: toolVectors,
});
