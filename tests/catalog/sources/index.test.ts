import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findSource, sources } from "@/lib/catalog/sources/index";
import { readEvent } from "@/lib/domain/deliveries/read-event";
import { generateSecret } from "@/lib/domain/signatures/generate-secret";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { signRequest } from "@/lib/domain/signatures/sign";
import { verifySignature } from "@/lib/domain/signatures/verify";
import { nodeHmac } from "@/tests/support/node-hmac";

test("every source is found by its id, and no other", () => {
  expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
  for (const source of sources) expect(findSource(source.id)).toBe(source);
  expect(findSource("constructor")).toBeUndefined();
});

describe.each(sources)("$id", (source) => {
  test("has a drawing, a summary, steps to set it up, and samples", () => {
    expect(existsSync(new URL(`../../../public${source.logo}`, import.meta.url))).toBe(true);
    expect(source.summary).toMatch(/\.$/);
    expect(source.setup.length).toBeGreaterThan(0);
    expect(source.samples.length).toBeGreaterThan(0);
  });

  test.each(source.samples)("$name is read as the event it says", ({ headers, body, eventType }) => {
    const lists = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
    const event = readEvent(source.event, { headers: lists, body: JSON.parse(body) });
    expect(event.eventType).toBe(eventType);
    expect(event.eventId).toBeTruthy();
  });

  test("a sample signed with a new secret is proven, and not with another", () => {
    if (source.proof.kind === "none") return;
    const recipe = source.proof.kind === "hmac" ? source.proof.recipe : HmacRecipe.parse({});
    const secret = generateSecret(source.secret ?? { prefix: "", encoding: "hex" });
    const other = generateSecret(source.secret ?? { prefix: "", encoding: "hex" });
    const request = { method: "POST", url: "", id: "1", body: new TextEncoder().encode(source.samples[0]?.body) };
    const nowMs = Date.now();
    const signed = signRequest(recipe, request, { secret, nowMs, hmac: nodeHmac });
    const headers = Object.fromEntries(Object.entries(signed ?? {}).map(([name, value]) => [name, [value]]));

    const prove = (value: string) =>
      verifySignature(recipe, { ...request, headers }, { secrets: [{ id: "sec_1", value }], nowMs, hmac: nodeHmac });
    expect(prove(secret)).toEqual({ ok: true, secretId: "sec_1" });
    expect(prove(other)).toMatchObject({ ok: false, reason: "wrong_signature" });
  });
});

test("the vectors that senders publish end as they say", () => {
  type Vector = {
    name: string;
    source: string;
    secret: string;
    headers: Record<string, string>;
    body: string;
    nowSeconds?: number;
    expect: string;
  };
  const vectors: Vector[] = JSON.parse(
    readFileSync(new URL("../../fixtures/signature-vectors.json", import.meta.url), "utf8"),
  );
  expect(vectors.length).toBeGreaterThan(10);
  for (const vector of vectors) {
    const proof = findSource(vector.source)?.proof;
    if (proof?.kind !== "hmac") throw new Error(`${vector.source} has no recipe.`);
    const headers = Object.fromEntries(Object.entries(vector.headers).map(([name, value]) => [name, [value]]));
    const request = { method: "POST", url: "", headers, body: new TextEncoder().encode(vector.body) };
    const nowMs = (vector.nowSeconds ?? 0) * 1_000;
    const outcome = verifySignature(proof.recipe, request, {
      secrets: [{ id: "s", value: vector.secret }],
      nowMs,
      hmac: nodeHmac,
    });
    expect([vector.name, outcome.ok ? "accepted" : outcome.reason]).toEqual([vector.name, vector.expect]);
  }
});
