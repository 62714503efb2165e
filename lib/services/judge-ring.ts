import type { HandshakeContext } from "@/lib/catalog/sources/handshake";
import { mediaType } from "@/lib/domain/deliveries/content-type";
import { type Arrival, type Gate, passGates, type Refusal } from "@/lib/domain/deliveries/gates";
import { proofCrypto } from "@/lib/platform/proof-crypto";
import { judgeContent } from "@/lib/services/judge-content";
import { type Judgement, type Rung, refuse, refuseClosed, undecided } from "@/lib/services/judgement";
import { limitRate } from "@/lib/services/limit-rate";
import { type OpenedEndpoint, secretsAt } from "@/lib/services/open-rung-endpoint";
import { type Proven, proveRing } from "@/lib/services/prove-ring";

/** The order of work at the door. The first refusal ends it; the checks say how far it came. */
export function judgeRing(endpoint: OpenedEndpoint, rung: Rung, nowMs: number): Judgement | Promise<Judgement> {
  const judgement = undecided();
  if (isClosed(endpoint, nowMs, judgement)) return judgement;
  if (shakesHands(endpoint, rung, { needsProof: false, judgement, nowMs })) return judgement;

  for (const { check, refusal } of passGates(endpoint.gates, arrivalOf(rung))) {
    judgement.checks.push(check);
    if (refusal) return refuse(judgement, refusal);
  }
  const { request, isFromProxy, isOurs } = rung;
  const proven = isOurs ? RUNG_BY_US : proveRing(endpoint, { request, isFromProxy, nowMs });
  // Few rings have to wait for anything here, and the many are not to wait for nothing.
  if (proven instanceof Promise)
    return proven.then((proof) => judgeProven(endpoint, rung, { judgement, proof, nowMs }));
  return judgeProven(endpoint, rung, { judgement, proof: proven, nowMs });
}

type Proving = { judgement: Judgement; proof: Proven; nowMs: number };

function judgeProven(
  endpoint: OpenedEndpoint,
  rung: Rung,
  { judgement, proof, nowMs }: Proving,
): Judgement | Promise<Judgement> {
  judgement.checks.push(...proof.checks);
  judgement.secretId = proof.secretId;
  const goOn = (rate: Gate | undefined) => judgeLimited(endpoint, rung, { judgement, isProven: proof.ok, rate, nowMs });
  const limited = limitRate(endpoint, proof.ok, nowMs);
  return limited instanceof Promise ? limited.then(goOn) : goOn(limited);
}

type Limiting = { judgement: Judgement; isProven: boolean; rate: Gate | undefined; nowMs: number };

function judgeLimited(
  endpoint: OpenedEndpoint,
  rung: Rung,
  { judgement, isProven, rate, nowMs }: Limiting,
): Judgement | Promise<Judgement> {
  if (rate) {
    judgement.checks.push(rate.check);
    if (rate.refusal) return refuse(judgement, rate.refusal);
  }
  if (!isProven) return refuse(judgement, NOT_VERIFIED);
  if (shakesHands(endpoint, rung, { needsProof: true, judgement, nowMs })) return judgement;
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

function isClosed({ status, expiresAtMs }: OpenedEndpoint, nowMs: number, judgement: Judgement): boolean {
  const isDisabled = status === "disabled";
  if (!isDisabled && nowMs < expiresAtMs) return false;
  refuseClosed(judgement, isDisabled ? "disabled" : "expired");
  return true;
}

type Shaking = { needsProof: boolean; judgement: Judgement; nowMs: number };

/** A handshake is answered whatever the method, and before everything else unless it has to be proven. */
function shakesHands(endpoint: OpenedEndpoint, rung: Rung, { needsProof, judgement, nowMs }: Shaking): boolean {
  const { source, options } = endpoint;
  for (const handshake of source?.handshakes ?? []) {
    if (handshake.needsProof !== needsProof) continue;
    const context: HandshakeContext = {
      secrets: secretsAt(endpoint, nowMs).map(({ value }) => value),
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
