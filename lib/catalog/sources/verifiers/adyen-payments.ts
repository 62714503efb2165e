import { parseJson } from "@/lib/domain/json/parse-json";
import { readPath } from "@/lib/domain/json/read-path";
import { readPaths } from "@/lib/domain/json/read-paths";
import { decodeBytes } from "@/lib/domain/signatures/decode-bytes";
import { equalBytes } from "@/lib/domain/signatures/equal-bytes";
import type { Proof } from "@/lib/domain/signatures/proof";
import { refuse } from "@/lib/domain/signatures/refuse";
import type { Verifier } from "@/lib/domain/signatures/verifier";

/**
 * Adyen signs each item of a payment notification inside the body, and of it only these eight fields: whatever else
 * stands there is not proven. https://docs.adyen.com/development-resources/webhooks/verify-hmac-signatures/
 */
export const adyenPaymentsVerifier: Verifier = {
  verify({ body }, { secrets, crypto }): Proof {
    const usable = secrets.filter(({ value }) => value !== "");
    if (usable.length === 0) return refuse("no_secret", "There is no HMAC key to check the signature with.");
    const keys = usable.flatMap(({ id, value }) => {
      const key = decodeBytes(value.trim(), "hex");
      return key && key.length > 0 ? [{ id, key }] : [];
    });
    if (keys.length === 0) return refuse("unusable_secret", "The HMAC key is not hex, as Adyen's are.");

    const json = parseJson(new TextDecoder().decode(body));
    const items = json.ok ? readPaths(json.value, "notificationItems[*].NotificationRequestItem") : [];
    if (items.length === 0) return refuse("missing_signature", "The body holds no notification items.");

    const claims = items.map((item) => ({ signature: signatureIn(item), signed: signedTextOf(item) }));
    if (claims.some(({ signature }) => signature === undefined)) {
      return refuse(
        "malformed_signature",
        "A notification item has no additionalData.hmacSignature of 32 bytes in base64.",
      );
    }
    const signer = keys.find(({ key }) =>
      claims.every(({ signature, signed }) => {
        return signature !== undefined && equalBytes(signature, crypto.hmac("sha256", key, utf8.encode(signed)));
      }),
    );
    if (signer) return { ok: true, secretId: signer.id };
    return refuse(
      "wrong_signature",
      "The items were not signed with the endpoint's HMAC key, or were changed on their way.",
    );
  },
};

const SIGNED_FIELDS = [
  "pspReference",
  "originalReference",
  "merchantAccountCode",
  "merchantReference",
  "amount.value",
  "amount.currency",
  "eventCode",
  "success",
];

const SIGNATURE_BYTES = 32;
const SIGNATURE_LETTERS = 44;

const utf8 = new TextEncoder();

function signatureIn(item: unknown): Uint8Array | undefined {
  const written = readPath(item, "additionalData.hmacSignature");
  if (typeof written !== "string" || written.length > SIGNATURE_LETTERS) return undefined;
  const bytes = decodeBytes(written, "base64");
  return bytes?.length === SIGNATURE_BYTES ? bytes : undefined;
}

/** A field that is missing counts as empty. */
function signedTextOf(item: unknown): string {
  return SIGNED_FIELDS.map((field) => {
    const value = readPath(item, field);
    return typeof value === "object" || value === undefined ? "" : String(value);
  }).join(":");
}
