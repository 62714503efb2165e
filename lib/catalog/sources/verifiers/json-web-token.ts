import { publishedTokenVerifier } from "@/lib/catalog/sources/verifiers/published-token";
import { secretTokenVerifier } from "@/lib/catalog/sources/verifiers/secret-token";
import { textOption } from "@/lib/catalog/sources/verifiers/text-option";
import type { ExpectedClaims } from "@/lib/domain/signatures/token-claims";
import type { ProofOptions, Verifier } from "@/lib/domain/signatures/verifier";

const withSecret = secretTokenVerifier({ expectedOf });

const withPublishedKey = publishedTokenVerifier((_request, options) => {
  const keyUrl = textOption(options, "jwksUrl") ?? "";
  if (isHttps(keyUrl)) return { ok: true, keyUrl, expected: expectedOf(options) };
  return { ok: false, reason: "missing_key", message: "The address of the keys is no https address." };
});

/** Tokens signed with a key from the address in the options, or where there is none, with the endpoint's secret. Never either. */
export const jsonWebTokenVerifier: Verifier = {
  keyUrls: (request, options) => (options["jwksUrl"] ? (withPublishedKey.keyUrls?.(request, options) ?? []) : []),
  verify: (request, context) => (context.options["jwksUrl"] ? withPublishedKey : withSecret).verify(request, context),
};

function expectedOf(options: ProofOptions): ExpectedClaims {
  const issuer = textOption(options, "issuer");
  const audience = textOption(options, "audience");
  return { ...(issuer && { issuers: [issuer] }), ...(audience && { audience }) };
}

function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:";
}
