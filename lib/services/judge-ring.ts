import type { HandshakeAnswer, HandshakeContext } from "@/lib/catalog/sources/handshake";
import { mediaType } from "@/lib/domain/deliveries/content-type";
import { dedupeSubject } from "@/lib/domain/deliveries/dedupe-rule";
import type { Check, VerdictKind } from "@/lib/domain/deliveries/delivery";
import { eventPlaces } from "@/lib/domain/deliveries/event-places";
import { type Arrival, type Gate, passGates, type Refusal, tooLarge, typeCheck } from "@/lib/domain/deliveries/gates";
import { checkBody } from "@/lib/domain/deliveries/parse-body";
import { type EventPlaces, keysOfEvent, readEvent } from "@/lib/domain/deliveries/read-event";
import { schemaGate } from "@/lib/domain/deliveries/schema-gate";
import { BODY_BYTES_DEFAULT } from "@/lib/domain/endpoints/endpoint-options";
import type { Id } from "@/lib/domain/ids";
import type { Json } from "@/lib/domain/json/json";
import type { SignedRequest } from "@/lib/domain/signatures/signed-request";
import { decompress } from "@/lib/platform/decompress";
import { sha256 } from "@/lib/platform/digest";
import { proofCrypto } from "@/lib/platform/proof-crypto";
import { limitRate } from "@/lib/services/limit-rate";
import type { OpenedEndpoint } from "@/lib/services/open-rung-endpoint";
import { type Proven, proveRing } from "@/lib/services/prove-ring";

/** What the door decided about a ring, and everything that it looked at on the way. */
export type Judgement = {
  verdict: Exclude<VerdictKind, "duplicate">;
  refusal: Refusal | null;
  checks: Check[];
  /** What a handshake is answered with. */
  handshake: HandshakeAnswer | null;
  eventType: string | null;
  eventId: string | null;
  /** What it is known by when it comes again; null when every such delivery counts. */
  dedupeSubject: string | null;
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

/** The order of work at the door. The first refusal ends it; the checks say how far it came. */
export async function judgeRing(endpoint: OpenedEndpoint, rung: Rung, nowMs: number): Promise<Judgement> {
  const judgement = undecided();
  if (isClosed(endpoint, nowMs, judgement)) return judgement;
  if (shakesHands(endpoint, rung, { needsProof: false, judgement })) return judgement;

  for (const { check, refusal } of passGates(endpoint.gates, arrivalOf(rung))) {
    judgement.checks.push(check);
    if (refusal) return refuse(judgement, refusal);
  }
  const { request, isFromProxy, isOurs } = rung;
  const proven = isOurs ? RUNG_BY_US : proveRing(endpoint, { request, isFromProxy, nowMs });
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

const RUNG_BY_US: Proven = {
  checks: [{ name: "signature", ok: true, expected: "a ring from Doorbell itself" }],
  ok: true,
  secretId: null,
};

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
    dedupeSubject: null,
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

function judgeContent(endpoint: OpenedEndpoint, rung: Rung, judgement: Judgement): Judgement | Promise<Judgement> {
  const { contentEncoding, request } = rung;
  if (contentEncoding === "" || contentEncoding === "identity") {
    return judgeBody(endpoint, { rung, body: request.body }, judgement);
  }
  const bytesMax = endpoint.gates.bytesMax ?? BODY_BYTES_DEFAULT;
  return decompress(request.body, contentEncoding, bytesMax).then((unpacked) => {
    if (unpacked.ok) return judgeBody(endpoint, { rung, body: unpacked.bytes }, judgement);
    const { check, refusal } = refusalOf(unpacked.reason, contentEncoding, bytesMax);
    judgement.checks.push(check);
    return refusal ? refuse(judgement, refusal) : judgement;
  });
}

function refusalOf(reason: "unsupported" | "malformed" | "too_large", encoding: string, bytesMax: number): Gate {
  if (reason === "too_large") return tooLarge(bytesMax);
  if (reason === "unsupported") return typeCheck(false, "gzip, deflate, br or no compression", encoding);
  return malformed(`The body is not ${encoding}, as its header says, or was cut off.`);
}

function malformed(message: string): Gate {
  return {
    check: { name: "body", ok: false, expected: "a body that can be read", actual: message },
    refusal: { code: "malformed_body", reason: "malformed_body", message },
  };
}

type Unpacked = { rung: Rung; body: Uint8Array };

function judgeBody(endpoint: OpenedEndpoint, { rung, body }: Unpacked, judgement: Judgement): Judgement {
  const { request, contentType } = rung;
  const checked = checkBody(body, contentType);
  if (!checked.ok && endpoint.source?.bodies !== "any") {
    const { check, refusal } = malformed(checked.message);
    judgement.checks.push(check);
    return refusal ? refuse(judgement, refusal) : judgement;
  }
  judgement.checks.push({ name: "body", ok: true });
  let value: Json | undefined;
  // To read a large body takes longer than all else at the door, and few bodies tell of the event.
  const read = (): Json => {
    value ??= checked.ok ? checked.read() : null;
    return value;
  };

  const gate = schemaGate(endpoint.options.schema, read);
  if (gate) {
    judgement.checks.push(gate.check);
    if (gate.refusal) return refuse(judgement, gate.refusal);
  }
  const places = placesOf(endpoint);
  const tellsOfEvent = checked.ok && (endpoint.source?.batch !== null || keysOfEvent(places).some(checked.mayHold));
  const event = readEvent(places, { headers: request.headers, body: tellsOfEvent ? read() : null });
  judgement.eventType = event.eventType ?? null;
  judgement.eventId = event.eventId ?? null;
  judgement.dedupeSubject = subjectOf(endpoint, { rung, read, eventId: judgement.eventId });
  if (endpoint.status === "paused") judgement.verdict = "held";
  return judgement;
}

function subjectOf(
  { options }: OpenedEndpoint,
  { rung, read, eventId }: { rung: Rung; read: () => Json; eventId: string | null },
): string | null {
  const { dedupe } = options;
  if (!dedupe) return eventId;
  const { headers, body: bytes } = rung.request;
  const body = dedupe.by === "path" ? read() : null;
  return dedupeSubject(dedupe, { eventId, headers, body, bytes, hash: (data) => sha256(data).toString("hex") });
}

const knownPlaces = new WeakMap<OpenedEndpoint, EventPlaces>();

function placesOf(endpoint: OpenedEndpoint): EventPlaces {
  const places = knownPlaces.get(endpoint) ?? eventPlaces(endpoint.source?.event, endpoint.options);
  knownPlaces.set(endpoint, places);
  return places;
}
