import { expect, test } from "vitest";
import { localBudget } from "@/lib/platform/local-budget";

test("the burst gets through at once, then one at a time as the budget fills, each key for itself", () => {
  const take = localBudget({ ratePerSecond: 2, burst: 3 });
  const at = (ms: number, key = "a") => take(key, ms).ok;
  expect([at(0), at(0), at(0), at(0)]).toEqual([true, true, true, false]);
  expect(at(0, "b")).toBe(true);
  expect([at(499), at(500), at(501), at(1_000)]).toEqual([false, true, false, true]);
  expect(take("a", 1_000)).toEqual({ ok: false, retryAfterSeconds: 1 });
});

test("rest does not save up more than the burst", () => {
  const take = localBudget({ ratePerSecond: 2, burst: 2 });
  const later = [1, 2, 3].map(() => take("a", 3_600_000).ok);
  expect(later).toEqual([true, true, false]);
});
