import type { Refusal } from "@/lib/domain/signatures/proof";

/** The message is a whole sentence for the endpoint's owner: without a secret, and without a signature. */
export function refuse(reason: Refusal["reason"], message: string): Refusal {
  return { ok: false, reason, message };
}
