import type { ProofCrypto } from "@/lib/domain/signatures/proof-crypto";
import type { SignedRequest } from "@/lib/domain/signatures/signed-request";
import type { ProofOptions } from "@/lib/domain/signatures/verifier";

/** What a handshake may know besides the request. */
export type HandshakeContext = {
  /** The values of the endpoint's secrets that hold, newest first: some senders want to see that we have theirs. */
  secrets: readonly string[];
  options: ProofOptions;
  crypto: ProofCrypto;
};

export type HandshakeAnswer = {
  status: number;
  /** In lower case. Without a content type it is text/plain. */
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** False when the handshake failed, and the sender is told so: its verdict is then `rejected`. */
  ok?: boolean;
  /** A secret that the sender hands over in the handshake. It is kept only while the endpoint has none. */
  secret?: string;
  /** An address on the sender's own host that has to be asked for to complete the handshake. */
  confirmUrl?: string;
};

/** How a sender makes sure that somebody is at home. It starts no run, and comes with any method. */
export type Handshake = {
  /** Whether only a request that has proven who sent it is answered. */
  needsProof: boolean;
  /** The answer, or undefined for a request that is no such handshake. Must be cheap: it sees every request. */
  answer: (request: SignedRequest, context: HandshakeContext) => HandshakeAnswer | undefined;
};

/** The request's JSON body as an object with text fields in it, or an empty one. For handshakes, which are small. */
export function smallJson({ body }: SignedRequest): Record<string, unknown> {
  if (body.length === 0 || body.length > HANDSHAKE_BYTES_MAX) return {};
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const HANDSHAKE_BYTES_MAX = 16_384;

/** A challenge that may be echoed: short, and of printable letters only. */
export function echoable(text: unknown): text is string {
  return typeof text === "string" && text.length > 0 && text.length <= 1_000 && !/\p{Cc}/u.test(text);
}
