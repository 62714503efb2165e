import { expect, test } from "vitest";
import { isRotationDue } from "@/lib/domain/endpoints/secret-age";

const NOW_MS = Date.parse("2026-11-25T12:00:00Z");
const daysAgo = (days: number) => new Date(NOW_MS - days * 86_400_000).toISOString();

test.each([
  ["active", 179, false],
  ["active", 180, false],
  ["active", 181, true],
  ["retiring", 181, false],
  ["revoked", 181, false],
] as const)("a secret that is %s and %i days old: due is %s", (status, days, isDue) => {
  expect(isRotationDue({ status, createdAt: daysAgo(days) }, NOW_MS)).toBe(isDue);
});
