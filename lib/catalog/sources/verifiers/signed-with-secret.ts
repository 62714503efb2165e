import type { Proof } from "@/lib/domain/signatures/proof";
import type { ProofContext } from "@/lib/domain/signatures/verifier";

const utf8 = new TextEncoder();

/** Tries the endpoint's secrets, as text, one after another: the first that fits is named in the proof. */
export function signedWithSecret({ secrets }: ProofContext, fits: (key: Uint8Array) => boolean): Proof {
  const usable = secrets.filter(({ value }) => value !== "");
  if (usable.length === 0) {
    return { ok: false, reason: "no_secret", message: "There is no secret to check the signature with." };
  }
  const signer = usable.find(({ value }) => fits(utf8.encode(value)));
  if (signer) return { ok: true, secretId: signer.id };
  const message = "The signature was not made with the endpoint's secret, or the request was changed on its way.";
  return { ok: false, reason: "wrong_signature", message };
}
