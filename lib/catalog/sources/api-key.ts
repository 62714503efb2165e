import { anyone } from "@/lib/catalog/sources/anyone";
import { defineSource } from "@/lib/catalog/sources/define-source";
import { apiKeyProof, apiKeyVectors, queryProof, queryVectors, underScheme } from "@/lib/catalog/sources/token-proofs";

export const apiKey = defineSource({
  id: "api-key",
  name: "API key",
  summary: "Any sender that shows a secret key in the header x-api-key, or in the address.",
  docsUrl: null,
  color: "#b45309",
  proof: apiKeyProof,
  otherProofs: { query: queryProof },
  secret: { prefix: "", encoding: "hex" },
  bodies: "checked",
  event: anyone.event,
  setup: [
    "Copy the address and the secret to the sender.",
    "Let the sender add a header named x-api-key, with the secret as its value.",
    "If it cannot add headers, choose the way “query”, and append ?api_key= and the secret to the address.",
    "An address is more easily seen by others than a header, so use that way only where there is no other.",
  ],
  samples: [
    {
      name: "A filled-in form",
      eventType: "form.submitted",
      headers: {},
      body: {
        event_type: "form.submitted",
        event_id: "evt_f311",
        data: { form: "Contact", name: "Marek Novak", email: "marek@example.com", message: "Is the tower open?" },
      },
    },
  ],
  vectors: [...apiKeyVectors, ...underScheme("query", queryVectors)],
});
