import { anyone } from "@/lib/catalog/sources/anyone";
import { defineSource } from "@/lib/catalog/sources/define-source";
import { bearerProof, toolProofs, toolVectors } from "@/lib/catalog/sources/token-proofs";

/** https://apps.make.com/http */
export const make = defineSource({
  id: "make",
  name: "Make",
  summary: "A module of a scenario that sends what the scenario knows.",
  docsUrl: "https://apps.make.com/http",
  color: "#6d00cc",
  proof: bearerProof,
  otherProofs: toolProofs,
  secret: { prefix: "", encoding: "hex" },
  event: anyone.event,
  habits: {
    deadlineSeconds: null,
    retries: "Make stops the scenario with an error, unless an error handler of yours says otherwise.",
  },
  setup: [
    "In your scenario, add the module HTTP, Make a request.",
    "Paste the address as URL and choose the method POST.",
    "Under Headers, add Authorization, with the word Bearer, a space and the secret.",
    "Choose the body type Raw and the content type JSON, and write what to send. A field named event_type says what happened.",
    "Choose Run once.",
  ],
  samples: [
    {
      name: "A new row from a scenario",
      eventType: "row.added",
      headers: {},
      body: {
        event_type: "row.added",
        sheet: "Bookings",
        row: { number: 47, guest: "Aiko Tanaka", nights: 3, paid: true },
      },
    },
  ],
  vectors: toolVectors,
});
