import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { pool } from "@/lib/platform/db";
import { returnToBudget, sweepBudgets, takeFromBudget } from "@/lib/stores/rate-limits";
import { provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

const SLOW = { ratePerSecond: 1 / 60, burst: 10 };

test("of two hundred who come at once, over many connections, exactly the burst gets through", async () => {
  const taken = await Promise.all(Array.from({ length: 200 }, () => takeFromBudget("crowd", SLOW)));
  expect(taken.filter(({ ok }) => ok)).toHaveLength(10);
  for (const refused of taken.filter((each) => !each.ok)) {
    expect(refused.retryAfterSeconds).toBeGreaterThanOrEqual(1);
    expect(refused.retryAfterSeconds).toBeLessThanOrEqual(60);
  }
});

test("a budget fills again at its rate, and whoever waits as told gets through", async () => {
  const budget = { ratePerSecond: 5, burst: 2 };
  expect(await takeFromBudget("filling", budget)).toEqual({ ok: true });
  expect(await takeFromBudget("filling", budget)).toEqual({ ok: true });
  expect(await takeFromBudget("filling", budget)).toEqual({ ok: false, retryAfterSeconds: 1 });
  await pause(250);
  expect(await takeFromBudget("filling", budget)).toEqual({ ok: true });
  expect(await takeFromBudget("filling", budget)).toMatchObject({ ok: false });
  await pause(1_000);
  expect(await takeFromBudget("filling", budget)).toEqual({ ok: true });
});

test("rest does not save up more than the burst", async () => {
  const budget = { ratePerSecond: 10, burst: 1 };
  await takeFromBudget("rested", budget);
  await pause(500);
  expect(await takeFromBudget("rested", budget)).toEqual({ ok: true });
  expect(await takeFromBudget("rested", budget)).toMatchObject({ ok: false });
});

test("keys have budgets of their own, and what is given back can be taken again", async () => {
  const budget = { ratePerSecond: 1 / 60, burst: 1 };
  expect(await takeFromBudget("mine", budget)).toEqual({ ok: true });
  expect(await takeFromBudget("yours", budget)).toEqual({ ok: true });
  expect(await takeFromBudget("mine", budget)).toMatchObject({ ok: false });
  await returnToBudget("mine", budget);
  expect(await takeFromBudget("mine", budget)).toEqual({ ok: true });
});

test("sweeping keeps what still counts", async () => {
  await takeFromBudget("counting", SLOW);
  await takeFromBudget("whole", { ratePerSecond: 1_000, burst: 1 });
  await pause(20);
  await sweepBudgets();
  const { rows } = await pool().query("SELECT key FROM rate_limits WHERE key IN ('counting', 'whole')");
  expect(rows).toEqual([{ key: "counting" }]);
});

test("of a large budget some is taken ahead, and never more than it holds", async () => {
  const budget = { ratePerSecond: 0.001, burst: 500 };
  const taken = [];
  for (let round = 0; round < 60; round++) {
    taken.push(...(await Promise.all(Array.from({ length: 10 }, () => takeFromBudget("large", budget)))));
  }
  expect(taken.filter(({ ok }) => ok)).toHaveLength(490);
});
