import { signaturesIn } from "@/lib/catalog/sources/verifiers/signatures-in";
import { signedWithSecret } from "@/lib/catalog/sources/verifiers/signed-with-secret";
import { mediaType } from "@/lib/domain/deliveries/content-type";
import { FORM, urlencodedFields } from "@/lib/domain/deliveries/form-fields";
import { decodeBytes } from "@/lib/domain/signatures/decode-bytes";
import { equalBytes } from "@/lib/domain/signatures/equal-bytes";
import { DIGEST_BYTES } from "@/lib/domain/signatures/hmac";
import type { Refusal } from "@/lib/domain/signatures/proof";
import type { ProofCrypto } from "@/lib/domain/signatures/proof-crypto";
import { queryOf } from "@/lib/domain/signatures/query-of";
import { headerValues, type SignedRequest } from "@/lib/domain/signatures/signed-request";
import type { Verifier } from "@/lib/domain/signatures/verifier";

const utf8 = new TextEncoder();

/**
 * Twilio signs the address and, of a form, its sorted fields. Of any other body it signs the digest, which it puts into
 * the address as `bodySHA256`. A body that is neither would not be signed at all, and is refused.
 */
export const twilioVerifier: Verifier = {
  verify(request, context) {
    const signatures = signaturesIn(request, {
      headers: ["x-twilio-signature"],
      encoding: "base64",
      bytes: DIGEST_BYTES.sha1,
    });
    if (!Array.isArray(signatures)) return signatures;
    const fields = signedFields(request, context.crypto);
    if (typeof fields !== "string") return fields;
    return signedWithSecret(context, (key) =>
      spellingsOf(request.url).some((url) => {
        const expected = context.crypto.hmac("sha1", key, utf8.encode(url + fields));
        return signatures.some((signature) => equalBytes(signature, expected));
      }),
    );
  },
};

function signedFields({ url, headers, body }: SignedRequest, crypto: ProofCrypto): string | Refusal {
  const digest = queryOf(url).get("bodySHA256");
  if (digest !== null) {
    const isSame = equalBytes(decodeBytes(digest, "hex") ?? new Uint8Array(), crypto.digest("sha256", body));
    return isSame ? "" : refuse("The signature was not made with this body: it was changed on its way.");
  }
  if (body.length === 0) return "";
  if (mediaType(headerValues(headers, "content-type")[0] ?? "") === FORM) return sortedFields(body);
  return refuse("The signature was not made with this body: it is no form, and the address has no bodySHA256.");
}

/** Each name with its values, which count once each and in their order. */
function sortedFields(body: Uint8Array): string {
  const fields = new Map<string, Set<string>>();
  for (const [name, value] of urlencodedFields(new TextDecoder().decode(body))) {
    fields.set(name, (fields.get(name) ?? new Set()).add(value));
  }
  return [...fields.keys()]
    .sort()
    .map((name) =>
      [...(fields.get(name) ?? [])]
        .sort()
        .map((value) => name + value)
        .join(""),
    )
    .join("");
}

/** Twilio signs some addresses with their port and some without, whatever was written. */
function spellingsOf(url: string): string[] {
  const [, scheme, host, , rest] = /^(https?):\/\/((?:[^/?#@]*@)?[^/?#@:]*)(:\d*)?([/?#].*)?$/is.exec(url) ?? [];
  if (scheme === undefined) return [url];
  const port = scheme.toLowerCase() === "https" ? 443 : 80;
  const start = `${scheme}://${host}`;
  return [...new Set([url, `${start}${rest ?? ""}`, `${start}:${port}${rest ?? ""}`])];
}

function refuse(message: string): Refusal {
  return { ok: false, reason: "wrong_signature", message };
}
