import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "@/lib/platform/password";

test("only the password that was hashed passes, however its accents were typed", async () => {
  const hash = await hashPassword("Caf\u00e9 at noon");
  expect(await verifyPassword("Caf\u00e9 at noon", hash)).toBe(true);
  expect(await verifyPassword("Cafe\u0301 at noon", hash)).toBe(true);
  expect(await verifyPassword("cafe at noon", hash)).toBe(false);
  expect(await verifyPassword("", hash)).toBe(false);
});

test("a hash names its cost and salt, and is never the same twice", async () => {
  const [one, other] = await Promise.all([hashPassword("the same one"), hashPassword("the same one")]);
  expect(one).toMatch(/^scrypt\$131072\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(one).not.toBe(other);
});

test("without a hash nothing passes, and that takes as long as a wrong password", async () => {
  const hash = await hashPassword("right horse battery");
  const unknownMs = await durationMs(() => verifyPassword("wrong", undefined));
  const wrongMs = await durationMs(() => verifyPassword("wrong", hash));
  expect(await verifyPassword("wrong", undefined)).toBe(false);
  expect(unknownMs / wrongMs).toBeGreaterThan(0.3);
});

test("of many at once each gets its answer, a few are refused as too many", async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => hashPassword("one of many here")));
  const refused = outcomes.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(2);
}, 60_000);

async function durationMs(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}
