import { findProof } from "@/lib/catalog/sources/find-proof";
import { findSource } from "@/lib/catalog/sources/index";
import { recipeOf } from "@/lib/catalog/sources/recipe-of";
import type { Check, VerdictKind } from "@/lib/domain/deliveries/delivery";
import { checkBody } from "@/lib/domain/deliveries/parse-body";
import { keysOfEvent, readEvent } from "@/lib/domain/deliveries/read-event";
import type { ErrorCode } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import type { Hmac } from "@/lib/domain/signatures/hmac";
import type { SignedRequest } from "@/lib/domain/signatures/signed-request";
import { verifySignature } from "@/lib/domain/signatures/verify";
import type { OpenedEndpoint } from "@/lib/services/open-rung-endpoint";

/** What the door decided about a ring, and everything that it looked at on the way. */
export type Judgement = {
  verdict: Extract<VerdictKind, "accepted" | "rejected">;
  refusal: { code: ErrorCode; reason: string; message: string } | null;
  checks: Check[];
  eventType: string | null;
  eventId: string | null;
  secretId: Id<"secret"> | null;
};

type Rung = {
  request: SignedRequest;
  contentType: string;
  contentEncoding: string;
  bodyBytesMax: number;
  /** Null when there were more bytes than allowed. */
  body: Uint8Array | null;
};

/** The order of work at the door. The first refusal ends it; the checks say how far it came. */
export function judgeRing(endpoint: OpenedEndpoint, rung: Rung, context: { nowMs: number; hmac: Hmac }): Judgement {
  const source = findSource(endpoint.source);
  const checks: Check[] = [];
  const refuse = (code: ErrorCode, reason: string, message: string): Judgement => ({
    verdict: "rejected",
    refusal: { code, reason, message },
    checks,
    eventType: null,
    eventId: null,
    secretId: null,
  });

  if (endpoint.status === "disabled") {
    checks.push({ name: "endpoint", ok: false, expected: "an active endpoint", actual: "disabled" });
    return refuse("unknown_endpoint", "endpoint_disabled", "There is no endpoint at this address.");
  }
  const { method } = rung.request;
  checks.push({
    name: "method",
    ok: endpoint.methods.includes(method),
    expected: endpoint.methods.join(", "),
    actual: method,
  });
  if (!endpoint.methods.includes(method)) {
    return refuse("method_not_allowed", "method_not_allowed", `This endpoint takes ${endpoint.methods.join(", ")}.`);
  }
  if (rung.body === null) {
    const expected = `at most ${rung.bodyBytesMax.toLocaleString("en")} bytes`;
    checks.push({ name: "size", ok: false, expected, actual: "more" });
    return refuse("too_large", "too_large", `The body is too large: this endpoint takes ${expected}.`);
  }
  checks.push({ name: "size", ok: true });
  if (rung.contentEncoding !== "" && rung.contentEncoding !== "identity") {
    checks.push({ name: "type", ok: false, expected: "a body that is not compressed", actual: rung.contentEncoding });
    return refuse("unsupported_type", "unsupported_type", "This endpoint takes bodies that are not compressed.");
  }

  const proof = prove(endpoint, rung.request, context);
  checks.push(proof.check);
  if (!proof.check.ok) return refuse("not_verified", "not_verified", "The sender could not be verified.");

  const checked = checkBody(rung.body, rung.contentType);
  if (!checked.ok) {
    checks.push({ name: "body", ok: false, expected: "a body that can be read", actual: checked.message });
    return { ...refuse("malformed_body", "malformed_body", checked.message), secretId: proof.secretId };
  }
  checks.push({ name: "body", ok: true });

  const places = source?.event ?? NO_PLACES;
  // To read a large body takes longer than all else at the door, and few bodies tell of the event.
  const body = keysOfEvent(places).some(checked.mayHold) ? checked.read() : null;
  const event = readEvent(places, { headers: rung.request.headers, body });
  return {
    verdict: "accepted",
    refusal: null,
    checks,
    eventType: event.eventType ?? null,
    eventId: event.eventId ?? null,
    secretId: proof.secretId,
  };
}

const NO_PLACES = { type: [], id: [] };

type Proven = { check: Check; secretId: Id<"secret"> | null };

function prove(endpoint: OpenedEndpoint, request: SignedRequest, context: { nowMs: number; hmac: Hmac }): Proven {
  const failed = (expected: string, actual: string): Proven => ({
    check: { name: "signature", ok: false, expected, actual },
    secretId: null,
  });
  const source = findSource(endpoint.source);
  if (!source) return failed("a source that this version knows", endpoint.source);
  const asked = findProof(source, endpoint.options["scheme"]);
  if (!asked) return failed(`a scheme of ${source.name}'s`, "the endpoint's scheme is not known");
  if (asked.kind === "none") {
    return { check: { name: "signature", ok: true, expected: "no proof asked for" }, secretId: null };
  }

  const recipe = recipeOf(source, endpoint.options);
  if (!recipe) return failed("a recipe that can be used", "the endpoint's recipe is not valid");
  const secrets = endpoint.secrets.filter(({ retiresAtMs }) => retiresAtMs === null || retiresAtMs > context.nowMs);
  const proof = verifySignature(recipe, request, { secrets, nowMs: context.nowMs, hmac: context.hmac });
  if (!proof.ok) return failed(`a signature by ${source.name}'s rules`, proof.message);

  const secretId = secrets.find(({ id }) => id === proof.secretId)?.id ?? null;
  return { check: { name: "signature", ok: true }, secretId };
}
