import { secretTokenVerifier } from "@/lib/catalog/sources/verifiers/secret-token";
import { textOption } from "@/lib/catalog/sources/verifiers/text-option";
import { decodeBytes } from "@/lib/domain/signatures/decode-bytes";
import { equalBytes } from "@/lib/domain/signatures/equal-bytes";

/** The token holds the hash of the body, so that it vouches for no other. */
export const livekitVerifier = secretTokenVerifier({
  expectedOf(options) {
    const apiKey = textOption(options, "apiKey");
    return apiKey ? { issuers: [apiKey] } : {};
  },
  refusalFor({ claims }, { body }, { crypto }) {
    const hash = typeof claims["sha256"] === "string" ? decodeBytes(claims["sha256"], "base64") : undefined;
    if (hash && equalBytes(hash, crypto.digest("sha256", body))) return undefined;
    return { ok: false, reason: "wrong_signature", message: "The token is right, but for another body." };
  },
});
