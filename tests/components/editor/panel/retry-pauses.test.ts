import { expect, test } from "vitest";
import { retryPauses } from "@/components/editor/panel/retry-pauses";
import { DEFAULT_RETRY_POLICY } from "@/lib/domain/runs/retry-policy";

test("pauses stand between tries, and double unless they are fixed", () => {
  expect(retryPauses(DEFAULT_RETRY_POLICY)).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(retryPauses({ ...DEFAULT_RETRY_POLICY, backoff: "fixed", attempts: 3 })).toEqual([1_000, 1_000]);
  expect(retryPauses({ ...DEFAULT_RETRY_POLICY, attempts: 1 })).toEqual([]);
  expect(retryPauses({ ...DEFAULT_RETRY_POLICY, attempts: 20 })).toHaveLength(6);
});
