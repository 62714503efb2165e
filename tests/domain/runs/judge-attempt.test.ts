import fc from "fast-check";
import { expect, test } from "vitest";
import { type AttemptEnd, judgeAttempt } from "@/lib/domain/runs/judge-attempt";
import { DEFAULT_RETRY_POLICY } from "@/lib/domain/runs/retry-policy";

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

test("a pause of our own is kept and spread, so that not everybody comes again at once", () => {
  const held: AttemptEnd = { kind: "failed", sent: false, retryAfterMs: 10_000 };
  expect(judge(held, 1, 0)).toEqual({ do: "retry", pauseMs: 10_000 });
  expect(judge(held, 1, 1)).toEqual({ do: "retry", pauseMs: 12_000 });
  expect(judgeAttempt(held, 1, { policy: { ...policy, atMostOnce: true }, chance: 0 })).toMatchObject({ do: "retry" });
});

test("what was done is accepted", () => {
  expect(judge({ kind: "done" })).toEqual({ do: "accept" });
});

test("whatever the policy, chance and receiver, a pause is within a fifth of its step and within a day", () => {
  fc.assert(
    fc.property(
      fc.record({
        attempts: fc.integer({ min: 2, max: 20 }),
        backoff: fc.constantFrom("fixed" as const, "exponential" as const),
        delayMs: fc.integer({ min: 0, max: 3_600_000 }),
        timeoutMs: fc.constant(1_000),
      }),
      fc.integer({ min: 1, max: 19 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (anyPolicy, n, chance) => {
        const verdict = judgeAttempt({ kind: "failed", sent: true }, n, { policy: anyPolicy, chance });
        expect(verdict.do).toBe(n >= anyPolicy.attempts ? "give-up" : "retry");
        if (verdict.do !== "retry") return;
        const step = anyPolicy.backoff === "fixed" ? anyPolicy.delayMs : anyPolicy.delayMs * 2 ** (n - 1);
        const dayMs = 24 * 3_600_000;
        expect(verdict.pauseMs).toBeGreaterThanOrEqual(Math.min(dayMs, Math.floor(step * 0.8)));
        expect(verdict.pauseMs).toBeLessThanOrEqual(Math.min(dayMs, Math.ceil(step * 1.2)));
      },
    ),
  );
});
