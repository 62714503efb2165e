import { expect, test } from "vitest";
import { retryWords } from "@/components/editor/panel/retry-words";
import { DEFAULT_RETRY_POLICY } from "@/lib/domain/runs/retry-policy";

const words = (change: object) => retryWords({ ...DEFAULT_RETRY_POLICY, ...change }).join(" ");

test("the usual", () => {
  expect(words({})).toBe(
    "It tries up to 5 times, with pauses of 1 s, 2 s, 4 s, 8 s. It tries again after what may go better next time: no answer, or the answer 408, 425, 429 or 500 to 599.",
  );
  expect(words({ attempts: 1, atMostOnce: true })).toBe("It tries once.");
  expect(words({ attempts: 20 })).toMatch(/32 s and so on\./);
});

test("answers of one's own", () => {
  expect(words({ retryStatuses: [429, 503] })).toMatch(/It tries again after no answer, or the answer 429 or 503\.$/);
  expect(words({ retryStatuses: [] })).toMatch(/It tries again after no answer\.$/);
});

test("at most once", () => {
  expect(words({ atMostOnce: true })).toMatch(/surely did not arrive, or the answer 408, 425 or 429/);
  expect(words({ atMostOnce: true, retryStatuses: [503] })).toMatch(/surely did not arrive, or the answer 503\.$/);
});
