import { signedWithSecret } from "@/lib/catalog/sources/verifiers/signed-with-secret";
import { formFields } from "@/lib/domain/deliveries/form-fields";
import { parseJson } from "@/lib/domain/json/parse-json";
import { readPath } from "@/lib/domain/json/read-path";
import { decodeBytes } from "@/lib/domain/signatures/decode-bytes";
import { equalBytes } from "@/lib/domain/signatures/equal-bytes";
import type { Refusal } from "@/lib/domain/signatures/proof";
import { readTimestamp } from "@/lib/domain/signatures/read-timestamp";
import { refusalForTime } from "@/lib/domain/signatures/refusal-for-time";
import { headerValues, type SignedRequest } from "@/lib/domain/signatures/signed-request";
import type { ProofOptions, Verifier } from "@/lib/domain/signatures/verifier";

/**
 * Mailgun signs a time and a random token that stand in the body, and not the rest of it. It sets no limit to the age of
 * a request, so none is set here unless the endpoint asks for one.
 */
export const mailgunVerifier: Verifier = {
  verify(request, context) {
    const claim = readClaim(request);
    if (!claim) {
      return { ok: false, reason: "missing_signature", message: "The body's field signature did not come." };
    }
    const signature = decodeBytes(claim.signature, "hex");
    if (!signature) {
      return { ok: false, reason: "malformed_signature", message: "The body's field signature is not hex." };
    }
    const signed = new TextEncoder().encode(claim.timestamp + claim.token);
    const proof = signedWithSecret(context, (key) => equalBytes(context.crypto.hmac("sha256", key, signed), signature));
    return (proof.ok && timeRefusal(claim.timestamp, context.options, context.nowMs)) || proof;
  },
};

type Claim = { timestamp: string; token: string; signature: string };

/** Events come as JSON with an object `signature`, messages from routes as forms with the three as fields. */
function readClaim({ headers, body }: SignedRequest): Claim | undefined {
  const fields = new Map(formFields(body, headerValues(headers, "content-type")[0] ?? ""));
  const json = fields.size === 0 ? parseJson(new TextDecoder().decode(body)) : undefined;
  const read = (name: string) => (json?.ok ? readPath(json.value, ["signature", name]) : fields.get(name));
  const [timestamp, token, signature] = [read("timestamp"), read("token"), read("signature")];
  if (typeof token !== "string" || typeof signature !== "string") return undefined;
  if (typeof timestamp !== "string" && typeof timestamp !== "number") return undefined;
  return { timestamp: String(timestamp), token, signature };
}

function timeRefusal(timestamp: string, options: ProofOptions, nowMs: number): Refusal | undefined {
  const { toleranceSeconds } = options;
  if (typeof toleranceSeconds !== "number") return undefined;
  const timestampMs = readTimestamp(timestamp, "s");
  if (timestampMs !== undefined) return refusalForTime({ toleranceSeconds, allowsFuture: false }, timestampMs, nowMs);
  const message = "The time of signing is not a number of seconds since 1970.";
  return { ok: false, reason: "malformed_timestamp", message };
}
