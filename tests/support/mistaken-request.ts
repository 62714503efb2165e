import { createHmac } from "node:crypto";
import { expect } from "vitest";
import { diagnose } from "@/lib/domain/signatures/diagnose/diagnose";
import type { Diagnosis } from "@/lib/domain/signatures/diagnose/diagnosis";
import { newHashBudget } from "@/lib/domain/signatures/diagnose/hash-budget";
import type { KnownSecret } from "@/lib/domain/signatures/diagnose/known-secret";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { nodeHmac } from "@/tests/support/node-hmac";

export const NOW_MS = Date.parse("2026-03-05T12:00:00Z");
export const NOW = NOW_MS / 1_000;
export const BODY = '{"id":42,"name":"käse","tags":["a","b"],"url":"https://a.example/"}';
export const PRETTY = JSON.stringify(JSON.parse(BODY), null, 2);
export const SECRET = "correct horse battery staple";
export const BYTES = Buffer.from("0123456789abcdef0123456789abcdef");
export const WHSEC = `whsec_${BYTES.toString("base64")}`;
export const URL_RUNG = "https://door.example/api/hooks/token?a=1";

export const github = HmacRecipe.parse({ header: "x-hub-signature-256", prefix: "sha256=" });
export const stripe = HmacRecipe.parse({
  header: "stripe-signature",
  separator: ",",
  prefix: "v1=",
  timestampPrefix: "t=",
  signedContent: "{timestamp}.{body}",
});
export const standard = HmacRecipe.parse({
  header: "webhook-signature",
  separator: " ",
  prefix: "v1,",
  encoding: "base64",
  keyEncoding: "base64",
  keyPrefix: "whsec_",
  idHeader: "webhook-id",
  timestampHeader: "webhook-timestamp",
  signedContent: "{id}.{timestamp}.{body}",
});
export const withUrl = HmacRecipe.parse({ signedContent: "{url}{body}", encoding: "base64", algorithm: "sha1" });

type Made = { key?: string | Buffer; algorithm?: string; encoding?: "hex" | "base64" | "base64url" };

export function sign(content: string, { key = SECRET, algorithm = "sha256", encoding = "hex" }: Made = {}): string {
  return createHmac(algorithm, key).update(content).digest(encoding);
}

export const hub = (content: string, made?: Made) => ({ "x-hub-signature-256": `sha256=${sign(content, made)}` });
export const pairs = (time: number | string, made?: Made) => `t=${time},v1=${sign(`${time}.${BODY}`, made)}`;
export const standardHeaders = (signature: string) => ({
  "webhook-id": "msg_1",
  "webhook-timestamp": `${NOW}`,
  "webhook-signature": signature,
});
export const standardSign = (made?: Made) => sign(`msg_1.${NOW}.${BODY}`, { key: BYTES, encoding: "base64", ...made });

export const current = (value: string): KnownSecret => ({
  id: "sec_0",
  value,
  label: "the endpoint's secret",
  standing: "current",
});
export const former: KnownSecret = {
  id: "sec_1",
  value: "an old one",
  label: "the secret that was revoked on 3 March 2026",
  standing: "former",
};
export const foreign: KnownSecret = {
  id: "sec_2",
  value: "of the shop",
  label: "the secret of the endpoint “Shop”",
  standing: "foreign",
};

type Arrival = { headers: Record<string, string>; body?: string | Uint8Array; secret?: string; url?: string };

export function ask(
  recipes: HmacRecipe | HmacRecipe[],
  { headers, body = BODY, secret, url = URL_RUNG }: Arrival,
): Promise<Diagnosis> {
  const request = {
    method: "POST",
    url,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    body: typeof body === "string" ? new TextEncoder().encode(body) : body,
  };
  const own = secret ?? (recipes === standard ? WHSEC : SECRET);
  return diagnose([recipes].flat(), request, {
    secrets: [current(own), former, foreign],
    nowMs: NOW_MS,
    hmac: nodeHmac,
    budget: newHashBudget(),
    pause: async () => {},
  });
}

/** A request with a mistake in how it was signed, the kinds of what is found, and what is said of it. */
export type MistakenRequest = [mistake: string, recipe: HmacRecipe, arrival: Arrival, kinds: string[], says: RegExp];

/** The doctor names the mistakes, within its budget, and without a word of a secret or a signature. */
export async function expectNamed(...[, recipe, arrival, kinds, says]: MistakenRequest): Promise<void> {
  const { findings, tried } = await ask(recipe, arrival);
  expect(findings.map(({ kind }) => kind).sort()).toEqual(kinds);
  expect(findings.map(({ sentence }) => sentence).join(" ")).toMatch(says);
  expect(tried).toBeGreaterThan(0);
  expect(tried).toBeLessThan(20_000);
  const told = JSON.stringify(findings);
  for (const secret of [SECRET, WHSEC, BYTES.toString("base64"), former.value, foreign.value])
    expect(told).not.toContain(secret);
  expect(told).not.toMatch(/[0-9a-f]{20}/);
}
