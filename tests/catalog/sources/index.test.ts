import { describe, expect, test } from "vitest";
import { checkVectors } from "@/lib/catalog/sources/check-vectors";
import { findSource, sources } from "@/lib/catalog/sources/index";
import { parseBody } from "@/lib/domain/deliveries/parse-body";
import { readEvent } from "@/lib/domain/deliveries/read-event";
import { proofCrypto } from "@/lib/platform/proof-crypto";

test("every source is found by its id, and no other", () => {
  expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
  for (const source of sources) expect(findSource(source.id)).toBe(source);
  expect(findSource("constructor")).toBeUndefined();
});

describe.each(sources)("$id", (source) => {
  test("has a colour, a summary, steps to set it up, and samples", () => {
    expect(source.color).toMatch(/^#[0-9a-f]{6}$/);
    expect(source.summary).toMatch(/\.$/);
    expect(source.habits.retries).toMatch(/\.$/);
    expect(source.setup.length).toBeGreaterThan(0);
    expect(source.samples.length).toBeGreaterThan(0);
  });

  test.each(source.samples)("$name is read as the event it says", ({ headers, body, eventType }) => {
    const lists = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]]));
    const parsed = parseBody(new TextEncoder().encode(body), lists["content-type"]?.[0] ?? "");
    expect(parsed.ok).toBe(true);
    const event = readEvent(source.event, { headers: lists, body: parsed.ok ? parsed.value : null });
    expect(event.eventType ?? "").toBe(eventType);
  });

  test("has vectors for each way to prove itself, and they end as they say", () => {
    const schemes = [undefined, ...Object.keys(source.otherProofs)];
    for (const scheme of schemes) {
      const proof = scheme === undefined ? source.proof : source.otherProofs[scheme];
      if (proof?.kind === "none") continue;
      const expected = source.vectors.filter((vector) => vector.scheme === scheme).map((vector) => vector.expect);
      expect([scheme, expected.includes("accept"), expected.includes("reject")]).toEqual([scheme, true, true]);
    }
    expect(checkVectors(source, proofCrypto).filter(({ isAsExpected }) => !isAsExpected)).toEqual([]);
  });
});
