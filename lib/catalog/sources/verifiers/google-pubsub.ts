import { publishedTokenVerifier } from "@/lib/catalog/sources/verifiers/published-token";
import { textOption } from "@/lib/catalog/sources/verifiers/text-option";

const CERTIFICATES = "https://www.googleapis.com/oauth2/v1/certs";

/** Google signs for all its customers with the same keys, so the token has to name our service account, too. */
export const googlePubsubVerifier = publishedTokenVerifier((request, options) => {
  const email = textOption(options, "serviceAccountEmail");
  if (!email) {
    const message = "The endpoint does not say which service account its messages come from.";
    return { ok: false, reason: "wrong_audience", message };
  }
  return {
    ok: true,
    keyUrl: CERTIFICATES,
    expected: {
      issuers: ["https://accounts.google.com", "accounts.google.com"],
      // Where a subscription names no audience, Google takes the address that it pushes to.
      audience: textOption(options, "audience") ?? request.url,
    },
    isOurs: (claims) => claims["email"] === email && claims["email_verified"] === true,
  };
});
