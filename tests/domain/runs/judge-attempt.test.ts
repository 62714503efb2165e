import fc from "fast-check";
import { expect, test } from "vitest";
import { type AttemptEnd, judgeAttempt } from "@/lib/domain/runs/judge-attempt";
import { DEFAULT_RETRY_POLICY, type RetryPolicy } from "@/lib/domain/runs/retry-policy";

const policy = { ...DEFAULT_RETRY_POLICY, attempts: 3, delayMs: 1_000 };
const judge = (end: AttemptEnd, n = 1, chance = 0.5) => judgeAttempt(end, n, { policy, chance });
const answered = (status: number, retryAfterMs?: number): AttemptEnd => ({ kind: "answered", status, retryAfterMs });

test.each([200, 201, 204, 299])("%d is accepted", (status) => {
  expect(judge(answered(status))).toEqual({ do: "accept" });
});

test.each([301, 400, 401, 404, 409, 410, 422])("%d is the request's own fault: no second try", (status) => {
  expect(judge(answered(status))).toEqual({ do: "give-up" });
});

test.each([408, 425, 429, 500, 502, 503, 504])("%d may be different next time", (status) => {
  expect(judge(answered(status))).toEqual({ do: "retry", pauseMs: 1_000 });
});

test("what never arrived is tried again, and what was blocked is not", () => {
  expect(judge({ kind: "failed", sent: true })).toEqual({ do: "retry", pauseMs: 1_000 });
  expect(judge({ kind: "blocked" })).toEqual({ do: "give-up" });
});

test("the last attempt is the last, also when a crash has made one more of them", () => {
  expect(judge({ kind: "failed", sent: true }, 3)).toEqual({ do: "give-up" });
  expect(judge({ kind: "failed", sent: true }, 4)).toEqual({ do: "give-up" });
});

test("pauses double, and Retry-After may make them longer, but never shorter", () => {
  expect(judge({ kind: "failed", sent: true }, 2)).toEqual({ do: "retry", pauseMs: 2_000 });
  expect(judge(answered(429, 30_000))).toEqual({ do: "retry", pauseMs: 30_000 });
  expect(judge(answered(429, 10))).toEqual({ do: "retry", pauseMs: 1_000 });
});

test("a 403 is final, unless it says when to come again", () => {
  expect(judge(answered(403))).toEqual({ do: "give-up" });
  expect(judge(answered(403, 60_000))).toEqual({ do: "retry", pauseMs: 60_000 });
});

test("a pause of our own is kept and spread, so that not everybody comes again at once", () => {
  const held: AttemptEnd = { kind: "failed", sent: false, retryAfterMs: 10_000 };
  expect(judge(held, 1, 0)).toEqual({ do: "retry", pauseMs: 10_000 });
  expect(judge(held, 1, 1)).toEqual({ do: "retry", pauseMs: 12_000 });
  expect(judgeAttempt(held, 1, { policy: { ...policy, atMostOnce: true }, chance: 0 })).toMatchObject({ do: "retry" });
});

test("what was done is accepted", () => {
  expect(judge({ kind: "done" })).toEqual({ do: "accept" });
});

const anyPolicy = fc.record({
  attempts: fc.integer({ min: 1, max: 20 }),
  backoff: fc.constantFrom("fixed" as const, "exponential" as const),
  delayMs: fc.integer({ min: 0, max: 3_600_000 }),
  timeoutMs: fc.constant(1_000),
  retryStatuses: fc.option(fc.array(fc.integer({ min: 300, max: 599 }), { maxLength: 5 }), { nil: undefined }),
  atMostOnce: fc.option(fc.boolean(), { nil: undefined }),
});
const anyEnd: fc.Arbitrary<AttemptEnd> = fc.oneof(
  fc.record({
    kind: fc.constant("answered" as const),
    status: fc.oneof(fc.integer({ min: 200, max: 599 }), fc.constantFrom(408, 425, 429, 500)),
    retryAfterMs: fc.option(fc.oneof(fc.nat(200_000_000), fc.constant(Number.MAX_VALUE)), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant("refused" as const), isWorthRetrying: fc.boolean() }),
  fc.record({ kind: fc.constant("failed" as const), sent: fc.boolean() }),
  fc.constant({ kind: "blocked" as const }),
  fc.constant({ kind: "done" as const }),
);
const anyCase = fc.record({
  policy: anyPolicy,
  end: anyEnd,
  n: fc.integer({ min: 1, max: 25 }),
  chance: fc.double({ min: 0, max: 1, noNaN: true }),
});

test("whatever the policy, chance and receiver, a pause is within a fifth of its step and within a day", () => {
  const dayMs = 24 * 3_600_000;
  fc.assert(
    fc.property(anyCase, ({ policy, end, n, chance }) => {
      const verdict = judgeAttempt(end, n, { policy, chance });
      if (verdict.do !== "retry") return;
      const step = policy.backoff === "fixed" ? policy.delayMs : policy.delayMs * 2 ** (n - 1);
      const askedMs = end.kind === "answered" ? (end.retryAfterMs ?? 0) : 0;
      expect(n).toBeLessThan(policy.attempts);
      expect(verdict.pauseMs).toBeGreaterThanOrEqual(Math.min(dayMs, Math.max(askedMs, Math.floor(step * 0.8))));
      expect(verdict.pauseMs).toBeLessThanOrEqual(Math.min(dayMs, Math.max(askedMs, Math.ceil(step * 1.2))));
    }),
    { numRuns: 3_000 },
  );
});

/** Whether it may be tried again, by the plain meaning of the settings' words. */
function isWorthAnotherTry(
  end: Exclude<AttemptEnd, { kind: "done" }>,
  { retryStatuses, atMostOnce = false }: RetryPolicy,
): boolean {
  if (end.kind === "blocked") return false;
  if (end.kind === "failed") return !end.sent || !atMostOnce;
  if (end.kind === "refused") return end.isWorthRetrying && !atMostOnce;
  if (retryStatuses) return retryStatuses.includes(end.status);
  if (end.status === 403) return end.retryAfterMs !== undefined;
  return [408, 425, 429].includes(end.status) || (end.status >= 500 && !atMostOnce);
}

test("whatever else a policy says: only chosen answers are tried again, and at most once means it", () => {
  fc.assert(
    fc.property(anyCase, ({ policy, end, n, chance }) => {
      const isGood = end.kind === "done" || (end.kind === "answered" && end.status < 300);
      const isAgain = end.kind !== "done" && n < policy.attempts && isWorthAnotherTry(end, policy);
      const expected = isGood ? "accept" : isAgain ? "retry" : "give-up";
      expect(judgeAttempt(end, n, { policy, chance }).do).toBe(expected);
    }),
    { numRuns: 3_000 },
  );
});
