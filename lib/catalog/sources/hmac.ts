import { anyone } from "@/lib/catalog/sources/anyone";
import { defineSource } from "@/lib/catalog/sources/define-source";

/** A sender of one's own, or one that is not in the list: the endpoint's options hold the recipe. */
export const hmac = defineSource({
  id: "hmac",
  name: "Signed request",
  summary: "Any sender that signs with a shared secret. You say how.",
  docsUrl: null,
  color: "#7c5cff",
  proof: { kind: "custom-hmac" },
  secret: { prefix: "", encoding: "hex" },
  bodies: "checked",
  event: anyone.event,
  setup: [
    "Copy the address and the secret to the sender.",
    "Let it sign the exact bytes of the body: HMAC-SHA256 with the secret as text.",
    "Let it send the result as hex digits in the header x-signature.",
    "If the sender signs in its own way, change the header, prefix, encoding or signed content to match.",
  ],
  samples: [
    {
      name: "A new sign-up",
      eventType: "user.created",
      headers: {},
      body: {
        event_type: "user.created",
        event_id: "evt_51d0a7",
        data: { user_id: 90210, name: "Aiko Tanaka", email: "aiko@example.com", plan: "team" },
      },
    },
  ],
  vectors: [
    {
      name: "signed as the steps say",
      secrets: ["a secret of one's own"],
      headers: { "x-signature": "8a28d3190b4d75c277b1213fd1e400c912393e79bcdaedaf1424e9cf12b70195" },
      body: '{"event_type":"user.created"}',
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["a secret of one's own"],
      headers: { "x-signature": "8a28d3190b4d75c277b1213fd1e400c912393e79bcdaedaf1424e9cf12b70195" },
      body: '{"event_type":"admin.created"}',
      expect: "reject",
    },
  ],
});
