import { describe, expect, test } from "vitest";
import { explainUse, isSafeToRevoke, reasonToKeep, type SecretUse } from "@/lib/domain/endpoints/secret-usage";

const NOW_MS = Date.parse("2026-11-25T12:00:00Z");
const ago = (minutes: number) => new Date(NOW_MS - minutes * 60_000).toISOString();
const HOUR = 60;

const OLD: SecretUse = {
  id: "sec_old",
  status: "retiring",
  createdAt: ago(40 * 24 * HOUR),
  lastUsedAt: ago(6 * HOUR),
  unusedSince: ago(6 * HOUR),
  deliveriesSince: 214,
};
const NEW = { id: "sec_new", status: "active" } as const;
const both = [NEW, OLD];

describe("a secret", () => {
  test.each<[string, Partial<SecretUse>, { isSafe: boolean; sentence: string }]>([
    [
      "unused for 6 h and 214 deliveries",
      {},
      { isSafe: true, sentence: "Safe to revoke: unused for 6 h and 214 deliveries." },
    ],
    [
      "active and unused for long",
      { status: "active" },
      { isSafe: true, sentence: "Safe to revoke: unused for 6 h and 214 deliveries." },
    ],
    [
      "never used, as far as is known",
      { lastUsedAt: null, unusedSince: ago(40 * 24 * HOUR), deliveriesSince: 1_000 },
      { isSafe: true, sentence: "Safe to revoke: unused for 40 days and 1,000 deliveries." },
    ],
    [
      "unused for 20 deliveries",
      { deliveriesSince: 20 },
      { isSafe: true, sentence: "Safe to revoke: unused for 6 h and 20 deliveries." },
    ],
    [
      "unused for 19 deliveries",
      { deliveriesSince: 19 },
      {
        isSafe: false,
        sentence:
          "Keep it for now: unused for 6 h and 19 deliveries. It is safe to revoke after 6 h and 20 deliveries without it.",
      },
    ],
    [
      "unused for less than 6 h",
      { unusedSince: ago(359), lastUsedAt: ago(359) },
      {
        isSafe: false,
        sentence:
          "Keep it for now: unused for 5 h and 214 deliveries. It is safe to revoke after 6 h and 20 deliveries without it.",
      },
    ],
    [
      "used last",
      { deliveriesSince: 0, unusedSince: ago(0.5), lastUsedAt: ago(0.5) },
      { isSafe: false, sentence: "Keep it: it proved the latest delivery, less than 1 min ago." },
    ],
    [
      "whose deliveries have all been removed",
      { deliveriesSince: 0, lastUsedAt: null },
      {
        isSafe: false,
        sentence:
          "Keep it for now: unused for 6 h and 0 deliveries. It is safe to revoke after 6 h and 20 deliveries without it.",
      },
    ],
    [
      "revoked",
      { status: "revoked" },
      { isSafe: false, sentence: "It is revoked: nothing can be proved with it any more." },
    ],
  ])("%s", (_, change, { isSafe, sentence }) => {
    const secret = { ...OLD, ...change };
    expect(isSafeToRevoke(secret, both, NOW_MS)).toBe(isSafe);
    expect(explainUse(secret, both, NOW_MS)).toBe(sentence);
  });

  test.each([
    ["alone", [OLD]],
    ["beside one that is retiring, too", [OLD, { id: "sec_other", status: "retiring" }]],
    ["beside revoked ones", [OLD, { ...NEW, status: "revoked" }]],
  ] as const)("%s is never safe to revoke", (_, secrets) => {
    expect(isSafeToRevoke(OLD, secrets, NOW_MS)).toBe(false);
    expect(explainUse(OLD, secrets, NOW_MS)).toBe("Keep it: it is the only active secret. Rotate it first.");
  });
});

describe("revoking", () => {
  const active = { id: "sec_old", status: "active", lastUsedAt: null, isUnproven: true } as const;

  test.each([
    ["the only secret, never used", { secret: active, secrets: [active] }, undefined],
    [
      "a retiring secret that was just used",
      { secret: { ...active, status: "retiring", lastUsedAt: ago(1) }, secrets: both },
      undefined,
    ],
    [
      "an active secret that was used an hour ago",
      { secret: { ...active, lastUsedAt: ago(60) }, secrets: both },
      undefined,
    ],
    [
      "an active secret that was just used",
      { secret: { ...active, lastUsedAt: ago(59) }, secrets: both },
      /proved a delivery 59 min ago/,
    ],
    [
      "the only one that works",
      {
        secret: { ...active, lastUsedAt: ago(90 * HOUR), isUnproven: false },
        secrets: [active, { ...NEW, status: "revoked" }],
      },
      /the only secret that works/,
    ],
    [
      "the only one, of which too little is known",
      { secret: { ...active, isUnproven: false }, secrets: [active] },
      /the only secret/,
    ],
    ["one beside another that works", { secret: { ...active, isUnproven: false }, secrets: both }, undefined],
  ] as const)("%s", (_, { secret, secrets }, reason) => {
    const given = reasonToKeep(secret, secrets, NOW_MS);
    if (reason) expect(given).toMatch(reason);
    else expect(given).toBeUndefined();
  });
});
