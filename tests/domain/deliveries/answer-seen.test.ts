import { expect, test } from "vitest";
import { answerSeen } from "@/lib/domain/deliveries/answer-seen";
import type { Check } from "@/lib/domain/deliveries/delivery";
import { newId } from "@/lib/domain/ids";

const id = newId("delivery");

function refused(status: number, reason: string, check: Omit<Check, "ok">) {
  return answerSeen({ id, verdict: "rejected", reason, status, checks: [{ ok: false, ...check }] });
}

test("an accepted or repeated event was answered with its delivery and verdict", () => {
  const accepted = answerSeen({ id, verdict: "accepted", reason: null, status: 202, checks: [] });
  expect(accepted).toMatchObject({ status: 202, phrase: "Accepted", body: { delivery: id, verdict: "accepted" } });
  const duplicate = answerSeen({ id, verdict: "duplicate", reason: null, status: 200, checks: [] });
  expect(duplicate.body).toEqual({ delivery: id, verdict: "duplicate" });
});

test("an answer of the endpoint's own is not made up either; its refusals are Doorbell's", () => {
  const accepted = answerSeen({ id, verdict: "accepted", reason: null, status: 201, checks: [] }, true);
  expect(accepted).toMatchObject({ status: 201, phrase: "Created", body: null });
  const rejected = answerSeen({ id, verdict: "rejected", reason: "rate_limited", status: 429, checks: [] }, true);
  expect(rejected.body).toEqual({ code: "rate_limited", delivery: id });
});

test("a refusal was answered with a sentence and a stable code", () => {
  expect(refused(401, "not_verified", { name: "signature", actual: "secret details" }).body).toEqual({
    error: "The sender could not be verified.",
    code: "not_verified",
    delivery: id,
  });
  expect(refused(405, "method_not_allowed", { name: "method", expected: "POST" }).body).toMatchObject({
    error: "This endpoint takes POST.",
  });
});

test("a switched-off endpoint was answered as if there were none, without an id", () => {
  expect(refused(404, "endpoint_disabled", { name: "endpoint" }).body).toEqual({
    error: "There is no endpoint at this address.",
    code: "unknown_endpoint",
  });
});

test("a handshake's answer is the source's own, so none is made up", () => {
  expect(answerSeen({ id, verdict: "handshake", reason: null, status: 200, checks: [] }).body).toBeNull();
});
