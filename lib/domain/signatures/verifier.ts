import type { Proof } from "@/lib/domain/signatures/proof";
import type { ProofCrypto } from "@/lib/domain/signatures/proof-crypto";
import type { SignedRequest } from "@/lib/domain/signatures/signed-request";

export type Secret = { id: string; value: string };

/** The endpoint's options, of which a way to prove itself may read its own: an audience, a topic. */
export type ProofOptions = Readonly<Record<string, unknown>>;

export type ProofContext = {
  /** Tried in this order; the first that fits is named in the proof. */
  secrets: readonly Secret[];
  nowMs: number;
  crypto: ProofCrypto;
  options: ProofOptions;
  /** What stands at the addresses that `keyUrls` named; those that could not be read are missing. */
  keys: ReadonlyMap<string, string>;
};

/** One way in which a sender proves itself. Whatever is missing, empty or strange, the answer is a refusal, never an exception. */
export type Verifier = {
  verify: (request: SignedRequest, context: ProofContext) => Proof;
  /**
   * Where the keys stand that this request was signed with, when the sender publishes them. The addresses come from a
   * stranger: only https ones on a host that is the sender's own may be named.
   */
  keyUrls?: (request: SignedRequest, options: ProofOptions) => string[];
};
