import { signaturesIn } from "@/lib/catalog/sources/verifiers/signatures-in";
import { signedWithSecret } from "@/lib/catalog/sources/verifiers/signed-with-secret";
import { equalBytes } from "@/lib/domain/signatures/equal-bytes";
import { DIGEST_BYTES } from "@/lib/domain/signatures/hmac";
import type { Verifier } from "@/lib/domain/signatures/verifier";

/** HubSpot's first two ways: a plain digest that begins with the secret, and from the second on covers the address. */
export function hubspotDigestVerifier(version: 1 | 2): Verifier {
  return {
    verify(request, context) {
      const signatures = signaturesIn(request, {
        headers: ["x-hubspot-signature"],
        encoding: "hex",
        bytes: DIGEST_BYTES.sha256,
      });
      if (!Array.isArray(signatures)) return signatures;
      const { method, url, body } = request;
      const start = new TextEncoder().encode(version === 1 ? "" : method + url);
      return signedWithSecret(context, (secret) => {
        const expected = context.crypto.digest("sha256", secret, start, body);
        return signatures.some((signature) => equalBytes(signature, expected));
      });
    },
  };
}
