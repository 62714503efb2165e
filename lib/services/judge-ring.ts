import type { HandshakeAnswer, HandshakeContext } from "@/lib/catalog/sources/handshake";
import { mediaType } from "@/lib/domain/deliveries/content-type";
import type { Check, VerdictKind } from "@/lib/domain/deliveries/delivery";
import { eventPlaces } from "@/lib/domain/deliveries/event-places";
import { type Arrival, passGates, type Refusal, typeCheck } from "@/lib/domain/deliveries/gates";
import { checkBody } from "@/lib/domain/deliveries/parse-body";
import { type EventPlaces, keysOfEvent, readEvent } from "@/lib/domain/deliveries/read-event";
import type { Id } from "@/lib/domain/ids";
import type { SignedRequest } from "@/lib/domain/signatures/signed-request";
import { proofCrypto } from "@/lib/platform/proof-crypto";
import { limitRate } from "@/lib/services/limit-rate";
import type { OpenedEndpoint } from "@/lib/services/open-rung-endpoint";
import { proveRing } from "@/lib/services/prove-ring";

/** What the door decided about a ring, and everything that it looked at on the way. */
export type Judgement = {
  verdict: Exclude<VerdictKind, "duplicate">;
  refusal: Refusal | null;
  checks: Check[];
  /** What a handshake is answered with. */
  handshake: HandshakeAnswer | null;
  eventType: string | null;
  eventId: string | null;
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
  contentType: string;
  contentEncoding: string;
  /** Null when there were more bytes than allowed. */
  body: Uint8Array | null;
};

/** The order of work at the door. The first refusal ends it; the checks say how far it came. */
export async function judgeRing(endpoint: OpenedEndpoint, rung: Rung, nowMs: number): Promise<Judgement> {
  const judgement = undecided();
  if (isClosed(endpoint, nowMs, judgement)) return judgement;
  if (shakesHands(endpoint, rung, { needsProof: false, judgement })) return judgement;

  for (const { check, refusal } of passGates(endpoint.gates, arrivalOf(rung))) {
    judgement.checks.push(check);
    if (refusal) return refuse(judgement, refusal);
  }
  const proven = proveRing(endpoint, { request: rung.request, isFromProxy: rung.isFromProxy, nowMs });
  const proof = proven instanceof Promise ? await proven : proven;
  judgement.checks.push(...proof.checks);
  judgement.secretId = proof.secretId;
  const limited = limitRate(endpoint, proof.ok, nowMs);
  const rate = limited instanceof Promise ? await limited : limited;
  if (rate) {
    judgement.checks.push(rate.check);
    if (rate.refusal) return refuse(judgement, rate.refusal);
  }
  if (!proof.ok) return refuse(judgement, NOT_VERIFIED);

  if (shakesHands(endpoint, rung, { needsProof: true, judgement })) return judgement;
  return judgeContent(endpoint, rung, judgement);
}

const NOT_VERIFIED: Refusal = {
  code: "not_verified",
  reason: "not_verified",
  message: "The sender could not be verified.",
};

function undecided(): Judgement {
  return {
    verdict: "accepted",
    refusal: null,
    checks: [],
    handshake: null,
    eventType: null,
    eventId: null,
    secretId: null,
  };
}

function refuse(judgement: Judgement, refusal: Refusal): Judgement {
  judgement.verdict = "rejected";
  judgement.refusal = refusal;
  return judgement;
}

function isClosed({ status, expiresAtMs }: OpenedEndpoint, nowMs: number, judgement: Judgement): boolean {
  const isDisabled = status === "disabled";
  if (!isDisabled && nowMs < expiresAtMs) return false;
  const actual = isDisabled ? "disabled" : "expired";
  judgement.checks.push({ name: "endpoint", ok: false, expected: "an active endpoint", actual });
  refuse(judgement, {
    code: "unknown_endpoint",
    reason: `endpoint_${actual}`,
    message: "There is no endpoint at this address.",
  });
  return true;
}

type Shaking = { needsProof: boolean; judgement: Judgement };

/** A handshake is answered whatever the method, and before everything else unless it has to be proven. */
function shakesHands(endpoint: OpenedEndpoint, rung: Rung, { needsProof, judgement }: Shaking): boolean {
  const { source, options } = endpoint;
  for (const handshake of source?.handshakes ?? []) {
    if (handshake.needsProof !== needsProof) continue;
    const context: HandshakeContext = {
      secrets: endpoint.secrets.map(({ value }) => value),
      options,
      crypto: proofCrypto,
    };
    const answer = handshake.answer({ ...rung.request, url: rung.askedUrl }, context);
    if (!answer) continue;
    const ok = answer.ok !== false;
    judgement.checks.push({ name: "handshake", ok });
    judgement.handshake = answer;
    judgement.verdict = "handshake";
    if (!ok) refuse(judgement, NOT_VERIFIED);
    return true;
  }
  return false;
}

function arrivalOf({ request, address, isHttps, contentType, body }: Rung): Arrival {
  const bodyBytes = body === null ? null : body.length;
  return { method: request.method, address, isHttps, mediaType: mediaType(contentType), bodyBytes };
}

function judgeContent(endpoint: OpenedEndpoint, rung: Rung, judgement: Judgement): Judgement {
  const { contentEncoding, contentType, request } = rung;
  if (contentEncoding !== "" && contentEncoding !== "identity") {
    const { check, refusal } = typeCheck(false, "a body that is not compressed", contentEncoding);
    judgement.checks.push(check);
    if (refusal) return refuse(judgement, refusal);
  }
  const checked = checkBody(request.body, contentType);
  if (!checked.ok && endpoint.source?.bodies !== "any") {
    judgement.checks.push({ name: "body", ok: false, expected: "a body that can be read", actual: checked.message });
    return refuse(judgement, { code: "malformed_body", reason: "malformed_body", message: checked.message });
  }
  judgement.checks.push({ name: "body", ok: true });

  const places = placesOf(endpoint);
  // To read a large body takes longer than all else at the door, and few bodies tell of the event.
  const body = checked.ok && keysOfEvent(places).some(checked.mayHold) ? checked.read() : null;
  const event = readEvent(places, { headers: request.headers, body });
  judgement.eventType = event.eventType ?? null;
  judgement.eventId = event.eventId ?? null;
  if (endpoint.status === "paused") judgement.verdict = "held";
  return judgement;
}

const knownPlaces = new WeakMap<OpenedEndpoint, EventPlaces>();

function placesOf(endpoint: OpenedEndpoint): EventPlaces {
  const places = knownPlaces.get(endpoint) ?? eventPlaces(endpoint.source?.event, endpoint.options);
  knownPlaces.set(endpoint, places);
  return places;
}
