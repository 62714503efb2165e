import { anyone } from "@/lib/catalog/sources/anyone";
import { defineSource } from "@/lib/catalog/sources/define-source";
import { bearerProof, bearerVectors } from "@/lib/catalog/sources/token-proofs";

/** https://www.rfc-editor.org/rfc/rfc6750 */
export const bearer = defineSource({
  id: "bearer",
  name: "Bearer token",
  summary: "Any sender that shows a secret token in the header Authorization.",
  docsUrl: null,
  color: "#0f766e",
  proof: bearerProof,
  secret: { prefix: "", encoding: "hex" },
  bodies: "checked",
  event: anyone.event,
  setup: [
    "Copy the address and the secret to the sender.",
    "Where the sender asks for authentication, choose Bearer token and paste the secret.",
    "If it only lets you set headers, add one named Authorization, with the word Bearer, a space and the secret.",
  ],
  samples: [
    {
      name: "A finished build",
      eventType: "build.finished",
      headers: {},
      body: {
        event_type: "build.finished",
        event_id: "evt_b204",
        data: { project: "lighthouse", branch: "main", status: "passed", seconds: 84 },
      },
    },
  ],
  vectors: bearerVectors,
});
