import { signedWithSecret } from "@/lib/catalog/sources/verifiers/signed-with-secret";
import { formFields } from "@/lib/domain/deliveries/form-fields";
import { parseJson } from "@/lib/domain/json/parse-json";
import { readPath } from "@/lib/domain/json/read-path";
import { decodeBytes } from "@/lib/domain/signatures/decode-bytes";
import { equalBytes } from "@/lib/domain/signatures/equal-bytes";
import { headerValues, type SignedRequest } from "@/lib/domain/signatures/signed-request";
import type { Verifier } from "@/lib/domain/signatures/verifier";

/** Dropbox Sign signs an event's time and type, and not the rest of it. */
export const dropboxSignVerifier: Verifier = {
  verify(request, context) {
    const event = dropboxSignEvent(request);
    const { event_time: time, event_type: type, event_hash: hash } = event ?? {};
    if (
      typeof type !== "string" ||
      typeof hash !== "string" ||
      (typeof time !== "string" && typeof time !== "number")
    ) {
      return { ok: false, reason: "missing_signature", message: "The field event.event_hash did not come." };
    }
    const signature = decodeBytes(hash, "hex");
    if (!signature) {
      return { ok: false, reason: "malformed_signature", message: "The field event.event_hash is not hex." };
    }
    const signed = new TextEncoder().encode(`${time}${type}`);
    return signedWithSecret(context, (key) => equalBytes(context.crypto.hmac("sha256", key, signed), signature));
  },
};

/** The `event` in the form's field `json`. */
export function dropboxSignEvent({ headers, body }: SignedRequest): Record<string, unknown> | undefined {
  const fields = new Map(formFields(body, headerValues(headers, "content-type")[0] ?? ""));
  const json = parseJson(fields.get("json") ?? "");
  const event = json.ok ? readPath(json.value, "event") : undefined;
  return typeof event === "object" && event !== null ? { ...event } : undefined;
}
