import { expect, test } from "vitest";
import { percentText, spanText, tellUse } from "@/components/endpoints/secrets/tell-use";
import type { SecretInUse } from "@/lib/domain/endpoints/endpoint";
import { newId } from "@/lib/domain/ids";

const NOW = Date.parse("2026-03-04T12:00:00Z");

const SECRET: SecretInUse = {
  id: newId("secret"),
  status: "active",
  createdAt: "2026-03-01T12:00:00Z",
  retiresAt: null,
  revokedAt: null,
  rotationDue: false,
  createdBy: "Ada",
  lastUsedAt: null,
  unusedSince: "2026-03-01T12:00:00Z",
  uses: 0,
  share: 0,
  deliveriesSince: 0,
  safeToRevoke: false,
};

test.each<[Partial<SecretInUse>, string | undefined]>([
  [{ status: "revoked", share: 0.5 }, undefined],
  [{ share: 0.62, uses: 124, lastUsedAt: "2026-03-04T11:59:00Z" }, "In use: 62 % of the last 200 deliveries"],
  [{ share: 1, uses: 1, lastUsedAt: "2026-03-04T11:59:00Z" }, "In use: 100 % of the last 1 delivery"],
  [
    {
      share: 0,
      uses: 0,
      lastUsedAt: "2026-03-04T06:00:00Z",
      unusedSince: "2026-03-04T06:00:00Z",
      deliveriesSince: 214,
      safeToRevoke: true,
    },
    "Unused for 6 h and 214 deliveries: safe to revoke",
  ],
  [
    {
      share: 0,
      lastUsedAt: "2026-03-04T11:50:00Z",
      unusedSince: "2026-03-04T11:50:00Z",
      deliveriesSince: 1,
      safeToRevoke: false,
    },
    "Unused for 10 min and 1 delivery",
  ],
  [{ share: 0, lastUsedAt: null, deliveriesSince: 0, safeToRevoke: false }, "Not used yet"],
])("use %j is told as %s", (change, sentence) => {
  expect(tellUse({ ...SECRET, ...change }, NOW)?.sentence).toBe(sentence);
});

test("a share is never rounded to all or nothing", () => {
  expect([0, 0.001, 0.5, 0.999, 1].map(percentText)).toEqual(["0 %", "1 %", "50 %", "99 %", "100 %"]);
});

test("a span is told in its largest unit", () => {
  expect([30_000, 59 * 60_000, 6 * 3_600_000, 72 * 3_600_000].map(spanText)).toEqual([
    "0 min",
    "59 min",
    "6 h",
    "3 days",
  ]);
});
