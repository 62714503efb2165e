import { type CheckedVector, checkVectors } from "@/lib/catalog/sources/check-vectors";
import { findSource } from "@/lib/catalog/sources/index";
import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { proofCrypto } from "@/lib/platform/proof-crypto";
import { found } from "@/lib/services/found";

/** Puts a source's vectors through the checks that its endpoints make, here and now. */
export function testSource(actor: Actor, id: string): { checked: number; vectors: CheckedVector[] } {
  authorize(actor, "endpoint:read");
  const vectors = checkVectors(found(findSource(id), "source"), proofCrypto);
  return { checked: vectors.length, vectors };
}
