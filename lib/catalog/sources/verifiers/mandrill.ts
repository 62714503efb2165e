import { signaturesIn } from "@/lib/catalog/sources/verifiers/signatures-in";
import { signedWithSecret } from "@/lib/catalog/sources/verifiers/signed-with-secret";
import { mediaType } from "@/lib/domain/deliveries/content-type";
import { FORM, urlencodedFields } from "@/lib/domain/deliveries/form-fields";
import { equalBytes } from "@/lib/domain/signatures/equal-bytes";
import { DIGEST_BYTES } from "@/lib/domain/signatures/hmac";
import { headerValues } from "@/lib/domain/signatures/signed-request";
import type { Verifier } from "@/lib/domain/signatures/verifier";

/** Mailchimp Transactional signs the address and the form's fields, decoded and sorted by name. */
export const mandrillVerifier: Verifier = {
  verify(request, context) {
    const signatures = signaturesIn(request, {
      headers: ["x-mandrill-signature"],
      encoding: "base64",
      bytes: DIGEST_BYTES.sha1,
    });
    if (!Array.isArray(signatures)) return signatures;
    const { url, headers, body } = request;
    if (mediaType(headerValues(headers, "content-type")[0] ?? "") !== FORM) {
      return { ok: false, reason: "malformed_signature", message: "The body is no form, and nothing else is signed." };
    }
    const fields = urlencodedFields(new TextDecoder().decode(body))
      .sort(([one], [other]) => (one < other ? -1 : Number(one > other)))
      .map(([name, value]) => name + value);
    const signed = new TextEncoder().encode(url + fields.join(""));
    return signedWithSecret(context, (key) => {
      const expected = context.crypto.hmac("sha1", key, signed);
      return signatures.some((signature) => equalBytes(signature, expected));
    });
  },
};
