import { signaturesIn } from "@/lib/catalog/sources/verifiers/signatures-in";
import { signedWithSecret } from "@/lib/catalog/sources/verifiers/signed-with-secret";
import { mediaType } from "@/lib/domain/deliveries/content-type";
import { FORM, type FormField, urlencodedFields } from "@/lib/domain/deliveries/form-fields";
import { equalBytes } from "@/lib/domain/signatures/equal-bytes";
import { DIGEST_BYTES } from "@/lib/domain/signatures/hmac";
import type { Proof } from "@/lib/domain/signatures/proof";
import { queryOf } from "@/lib/domain/signatures/query-of";
import { headerValues, type SignedRequest } from "@/lib/domain/signatures/signed-request";
import type { ProofContext, Verifier } from "@/lib/domain/signatures/verifier";

/** The third version signs the address, its query and the form's fields. */
export const plivoV3Verifier: Verifier = {
  verify(request, context) {
    const isForm = mediaType(headerValues(request.headers, "content-type")[0] ?? "") === FORM;
    if (!isForm && request.body.length > 0) {
      return { ok: false, reason: "malformed_signature", message: "The body is no form, and nothing else is signed." };
    }
    return check(3, { request, context, signed: contentOf(request) });
  },
};

/** The second version signs nothing but the address: whoever has seen one request may send another body. */
export const plivoV2Verifier: Verifier = {
  verify: (request, context) => check(2, { request, context, signed: withoutQuery(request.url) }),
};

type Checking = { request: SignedRequest; context: ProofContext; signed: string };

function check(version: 2 | 3, { request, context, signed }: Checking): Proof {
  const name = `x-plivo-signature-v${version}`;
  const signatures = signaturesIn(request, {
    // Messages are signed with the main account's token, and under a name that says so.
    headers: [name, `x-plivo-signature-ma-v${version}`],
    encoding: "base64",
    bytes: DIGEST_BYTES.sha256,
  });
  if (!Array.isArray(signatures)) return signatures;
  const [nonce] = headerValues(request.headers, `${name}-nonce`);
  if (nonce === undefined) {
    return { ok: false, reason: "missing_signature", message: `The header ${name}-nonce did not come.` };
  }
  const content = new TextEncoder().encode(`${signed}${version === 3 ? "." : ""}${nonce}`);
  return signedWithSecret(context, (key) => {
    const expected = context.crypto.hmac("sha256", key, content);
    return signatures.some((signature) => equalBytes(signature, expected));
  });
}

function contentOf({ url, body }: SignedRequest): string {
  const query = sorted([...queryOf(url)]).map(([name, value]) => `${name}=${value}`);
  const fields = sorted(urlencodedFields(new TextDecoder().decode(body))).map(([name, value]) => name + value);
  const mark = query.length + fields.length > 0 ? "?" : "";
  const point = query.length > 0 && fields.length > 0 ? "." : "";
  return `${withoutQuery(url)}${mark}${query.join("&")}${point}${fields.join("")}`;
}

function sorted(fields: FormField[]): FormField[] {
  return fields.sort(([oneName, one], [otherName, other]) => compare(oneName, otherName) || compare(one, other));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? "";
}
