import { expect, test } from "vitest";
import { measureUse } from "@/lib/domain/endpoints/measure-use";

const NOW_MS = Date.parse("2026-11-25T12:00:00Z");
const ago = (minutes: number) => NOW_MS - minutes * 60_000;
const iso = (ms: number) => new Date(ms).toISOString();
const OLD = { id: "sec_old", createdAt: iso(ago(10_000)) } as const;
const NEW = { id: "sec_new", createdAt: iso(ago(100)) } as const;

/** Newest first, a minute apart. */
const proofs = (secretIds: (string | null)[], isCut = false) => ({
  rows: secretIds.map((secretId, n) => ({ secretId, atMs: ago(n) })),
  isCut,
});

test("uses and shares are of what was proven; refusals in between count for nobody", () => {
  const seen = proofs([null, "sec_new", "sec_new", null, "sec_new", "sec_old"]);
  expect(measureUse(NEW, seen)).toEqual({
    lastUsedAt: iso(ago(1)),
    unusedSince: iso(ago(1)),
    uses: 3,
    share: 0.75,
    deliveriesSince: 0,
    isUnproven: false,
  });
  expect(measureUse(OLD, seen)).toMatchObject({ lastUsedAt: iso(ago(5)), uses: 1, share: 0.25, deliveriesSince: 3 });
});

test("only the last 200 proven deliveries count for shares, all that were looked at for what came since", () => {
  const seen = proofs([...Array(300).fill("sec_new"), "sec_old"]);
  expect(measureUse(OLD, seen)).toMatchObject({ uses: 0, share: 0, deliveriesSince: 300, lastUsedAt: iso(ago(300)) });
  expect(measureUse(NEW, seen)).toMatchObject({ uses: 200, share: 1 });
});

test("a secret that was never used counts from when it was made", () => {
  expect(measureUse(NEW, proofs(Array(300).fill("sec_old")))).toEqual({
    lastUsedAt: null,
    unusedSince: NEW.createdAt,
    uses: 0,
    share: 0,
    deliveriesSince: 101,
    isUnproven: true,
  });
});

test("without any delivery on record, nothing is claimed", () => {
  expect(measureUse(OLD, proofs([]))).toEqual({
    lastUsedAt: null,
    unusedSince: OLD.createdAt,
    uses: 0,
    share: 0,
    deliveriesSince: 0,
    isUnproven: true,
  });
});

test("where older rows were not looked at, nothing is claimed of the time before them", () => {
  const seen = proofs(Array(50).fill("sec_new"), true);
  expect(measureUse(OLD, seen)).toMatchObject({ lastUsedAt: null, unusedSince: iso(ago(49)), isUnproven: false });
  const unused = { lastMs: new Map<string, number>(), sinceMs: ago(360) };
  expect(measureUse(OLD, seen, unused)).toMatchObject({ lastUsedAt: null, unusedSince: iso(ago(360)) });
  const used = { lastMs: new Map([["sec_old", ago(200)]]), sinceMs: ago(360) };
  expect(measureUse(OLD, seen, used)).toMatchObject({ lastUsedAt: iso(ago(200)), unusedSince: iso(ago(200)) });
});
