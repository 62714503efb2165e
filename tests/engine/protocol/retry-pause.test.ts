import { expect, test } from "vitest";
import { parseRetryAfterMs, retryPauseMs } from "@/lib/engine/protocol/retry-pause";

test("pauses grow from 15 seconds to 2 hours, each with up to 30 seconds of chance", () => {
  for (const [attempt, pauseS] of [
    [0, 15],
    [1, 30],
    [4, 300],
    [9, 7_200],
    [15, 7_200],
  ] as const) {
    const pauseMs = retryPauseMs(attempt);
    expect(pauseMs).toBeGreaterThanOrEqual(pauseS * 1_000);
    expect(pauseMs).toBeLessThanOrEqual(pauseS * 1_000 + 30_000);
  }
});

test("Retry-After is read as seconds or as a date, between a second and a day", () => {
  const nowMs = Date.parse("2026-11-21T00:00:00Z");
  expect(parseRetryAfterMs("2", nowMs)).toBe(2_000);
  expect(parseRetryAfterMs("0", nowMs)).toBe(1_000);
  expect(parseRetryAfterMs("9999999", nowMs)).toBe(86_400_000);
  expect(parseRetryAfterMs("Sat, 21 Nov 2026 00:01:00 GMT", nowMs)).toBe(60_000);
  expect(parseRetryAfterMs("whenever", nowMs)).toBe(undefined);
  expect(parseRetryAfterMs(undefined, nowMs)).toBe(undefined);
});
