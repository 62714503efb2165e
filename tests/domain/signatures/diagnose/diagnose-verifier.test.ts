import { generateKeyPairSync, sign } from "node:crypto";
import { expect, test } from "vitest";
import { diagnoseVerifier } from "@/lib/domain/signatures/diagnose/diagnose-verifier";
import { newHashBudget } from "@/lib/domain/signatures/diagnose/hash-budget";
import { keyWays } from "@/lib/domain/signatures/diagnose/key-ways";
import type { KnownSecret } from "@/lib/domain/signatures/diagnose/known-secret";
import { KeyRecipe } from "@/lib/domain/signatures/key-recipe";
import { proofCrypto } from "@/lib/platform/proof-crypto";

const NOW_MS = Date.parse("2026-03-05T12:00:00Z");
const NOW = String(NOW_MS / 1_000);
const BODY = '{"a":1}';
const pair = () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return { privateKey, shown: publicKey.export({ format: "der", type: "spki" }).subarray(12).toString("hex") };
};
const own = pair();
const other = pair();
const recipe = KeyRecipe.parse({
  algorithm: "ed25519",
  header: "x-signature",
  encoding: "hex",
  keyEncoding: "hex",
  timestampHeader: "x-time",
});
const secrets: KnownSecret[] = [
  { id: "sec_0", value: own.shown, label: "the endpoint's secret", standing: "current" },
  { id: "sec_1", value: other.shown, label: "the secret of the endpoint “Shop”", standing: "foreign" },
];

type Signing = { content?: string; key?: typeof own; encoding?: "hex" | "base64"; time?: string; quoted?: boolean };

async function ask({ content, key = own, encoding = "hex", time = NOW, quoted = false }: Signing, headers = {}) {
  const signature = sign(null, Buffer.from(content ?? time + BODY), key.privateKey).toString(encoding);
  const request = {
    method: "POST",
    url: "",
    headers: { "x-signature": [signature], "x-time": [time], ...headers },
    body: new TextEncoder().encode(BODY),
  };
  const { findings } = await diagnoseVerifier(keyWays(recipe), request, {
    secrets: quoted ? secrets.map((secret) => ({ ...secret, value: `"${secret.value}"` })) : secrets,
    nowMs: NOW_MS,
    options: {},
    keys: new Map(),
    crypto: proofCrypto,
    budget: newHashBudget(),
    pause: async () => {},
  });
  return findings;
}

test.each<[what: string, signing: Signing, kind: string]>([
  ["another endpoint's key", { key: other }, "other-secret"],
  ["base64 for hex", { encoding: "base64" }, "encoding"],
  ["a key in quotes", { quoted: true }, "key-form"],
  ["a body with its line break", { content: `${NOW}${BODY}\n` }, "body-changed"],
  ["the body alone", { content: BODY }, "content"],
  ["an old time", { time: String(Number(NOW) - 7_200) }, "clock"],
  ["nothing", {}, "right"],
])("%s is named", async (_, signing, kind) => {
  expect(await ask(signing)).toMatchObject([{ kind }]);
});

test("a stranger's signature has no finding, and a missing one has", async () => {
  expect(await ask({ key: pair() })).toEqual([]);
  expect(await ask({}, { "x-signature": [] })).toMatchObject([{ kind: "header" }]);
});

test("a sender that needs no secret is judged without one", async () => {
  const request = { method: "POST", url: "", headers: {}, body: new Uint8Array() };
  const verify = () => ({ ok: true as const, secretId: null });
  const context = { nowMs: NOW_MS, options: {}, keys: new Map(), crypto: proofCrypto, pause: async () => {} };
  const ways = [{ value: { verify }, findings: [] }];
  const { findings } = await diagnoseVerifier(ways, request, { ...context, secrets: [], budget: newHashBudget() });
  expect(findings).toMatchObject([{ kind: "right" }]);
});
