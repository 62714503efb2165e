import { decodeBytes } from "@/lib/domain/signatures/decode-bytes";
import type { Refusal } from "@/lib/domain/signatures/proof";
import { headerValues, type SignedRequest } from "@/lib/domain/signatures/signed-request";

type Written = { headers: readonly string[]; encoding: "hex" | "base64"; bytes: number };

/** The signatures in these headers, of which each may hold several with commas between them; a refusal for none. */
export function signaturesIn({ headers }: SignedRequest, written: Written): Uint8Array[] | Refusal {
  const values = written.headers.flatMap((name) => headerValues(headers, name));
  const [first = ""] = written.headers;
  if (values.length === 0) {
    return { ok: false, reason: "missing_signature", message: `The header ${first} did not come.` };
  }
  const signatures = values
    .flatMap((value) => value.split(","))
    .flatMap((value) => decodeBytes(value.trim(), written.encoding) ?? [])
    .filter(({ length }) => length === written.bytes);
  if (signatures.length > 0) return signatures;
  return { ok: false, reason: "malformed_signature", message: `The header ${first} came without a signature.` };
}
