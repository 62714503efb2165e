import { anyone } from "@/lib/catalog/sources/anyone";
import { defineSource } from "@/lib/catalog/sources/define-source";
import { basicProof, basicVectors } from "@/lib/catalog/sources/token-proofs";

/** https://www.rfc-editor.org/rfc/rfc7617 */
export const basic = defineSource({
  id: "basic",
  name: "User and password",
  summary: "Any sender that logs in with a user's name and a password (HTTP Basic).",
  docsUrl: null,
  color: "#475569",
  proof: basicProof,
  secret: { prefix: "doorbell:", encoding: "hex" },
  bodies: "checked",
  event: anyone.event,
  setup: [
    "The secret is a user's name and a password with a colon between them. You may change both.",
    "Copy the address to the sender. Where it asks for authentication, choose Basic.",
    "Paste what stands before the colon as user name, and what stands behind it as password.",
    "If the sender has no such fields, write both into the address: https://user:password@ and the rest of it.",
  ],
  samples: [
    {
      name: "A new reading",
      eventType: "reading.taken",
      headers: {},
      body: {
        event_type: "reading.taken",
        event_id: "evt_r117",
        data: { sensor: "tide-gauge-2", level_cm: 214, taken_at: "2026-03-04T09:00:00Z" },
      },
    },
  ],
  vectors: basicVectors,
});
