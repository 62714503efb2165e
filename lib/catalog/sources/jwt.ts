import { anyone } from "@/lib/catalog/sources/anyone";
import { defineSource } from "@/lib/catalog/sources/define-source";
import { jwtVectors } from "@/lib/catalog/sources/jwt-vectors";
import { jsonWebTokenVerifier } from "@/lib/catalog/sources/verifiers/json-web-token";

/** https://www.rfc-editor.org/rfc/rfc7519 */
export const jwt = defineSource({
  id: "jwt",
  name: "JSON Web Token",
  summary: "Any sender that shows a signed token which expires, by your secret or by its own published keys.",
  docsUrl: null,
  color: "#d63aff",
  proof: { kind: "own", verifier: jsonWebTokenVerifier },
  secret: { prefix: "", encoding: "hex" },
  settings: [
    {
      option: "jwksUrl",
      label: "Address of the keys",
      help: "Where the sender publishes its keys (JWKS). Then only tokens signed with RS256 or ES256 are taken, and the secret is not used.",
      isRequired: false,
    },
    {
      option: "issuer",
      label: "Issuer",
      help: "When set, the token has to name it as iss.",
      isRequired: false,
    },
    {
      option: "audience",
      label: "Audience",
      help: "When set, the token has to name it as aud, or among several.",
      isRequired: false,
    },
  ],
  bodies: "checked",
  event: anyone.event,
  setup: [
    "Copy the address to the sender.",
    "If the sender signs with a shared secret (HS256), give it the secret.",
    "If it publishes its keys (RS256 or ES256), write their address here; it often ends in /.well-known/jwks.json.",
    "Let it send the token in the header Authorization, behind the word Bearer. A token has to say when it expires (exp).",
    "Keep its life short, and set the issuer and the audience: a token vouches for the sender, not for the body.",
  ],
  samples: [
    {
      name: "A granted access",
      eventType: "access.granted",
      headers: {},
      body: {
        event_type: "access.granted",
        event_id: "evt_a508",
        data: { door: "lamp-room", person: "Ines Duarte", at: "2026-03-04T09:00:00Z" },
      },
    },
  ],
  vectors: jwtVectors,
});
