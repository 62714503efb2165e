import type { HandshakeAnswer } from "@/lib/catalog/sources/handshake";
import type { Check, VerdictKind } from "@/lib/domain/deliveries/delivery";
import type { Refusal } from "@/lib/domain/deliveries/gates";
import type { Id } from "@/lib/domain/ids";
import type { SignedRequest } from "@/lib/domain/signatures/signed-request";
import type { RecognizedEvent } from "@/lib/services/recognize-event";

/** What the door decided about a ring, and everything that it looked at on the way. */
export type Judgement = RecognizedEvent & {
  verdict: Exclude<VerdictKind, "duplicate">;
  refusal: Refusal | null;
  checks: Check[];
  /** What a handshake is answered with. */
  handshake: HandshakeAnswer | null;
  /** As it was before the sender compressed it; null for one that was not taken. */
  body: Uint8Array | null;
  secretId: Id<"secret"> | null;
};

/** A request at the door, its body read. */
export type Rung = {
  /** As it was signed: its address is the one that the sender knows. */
  request: SignedRequest;
  /** The address that the server was asked for. */
  askedUrl: string;
  address: string;
  isHttps: boolean;
  /** Whether the connection came from a trusted proxy. */
  isFromProxy: boolean;
  isOurs: boolean;
  contentType: string;
  contentEncoding: string;
  /** Null when there were more bytes than allowed. */
  body: Uint8Array | null;
};

/** Where the work at the door begins. */
export function undecided(): Judgement {
  return {
    verdict: "accepted",
    refusal: null,
    checks: [],
    handshake: null,
    body: null,
    eventType: null,
    eventId: null,
    items: [],
    dedupeSubject: null,
    secretId: null,
  };
}

/** Ends the work at the door. */
export function refuse(judgement: Judgement, refusal: Refusal): Judgement {
  judgement.verdict = "rejected";
  judgement.refusal = refusal;
  return judgement;
}

/** Whether what was rung is to be worked on, now or later. */
export function isTaken({ verdict }: Judgement): boolean {
  return verdict === "accepted" || verdict === "held";
}

/** Ends the work at the door as if there were no such endpoint. */
export function refuseClosed(judgement: Judgement, actual: "disabled" | "expired"): Judgement {
  judgement.handshake = null;
  judgement.checks.push({ name: "endpoint", ok: false, expected: "an active endpoint", actual });
  return refuse(judgement, {
    code: "unknown_endpoint",
    reason: `endpoint_${actual}`,
    message: "There is no endpoint at this address.",
  });
}
