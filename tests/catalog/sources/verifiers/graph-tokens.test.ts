import { expect, test } from "vitest";
import { graphTokensVerifier } from "@/lib/catalog/sources/verifiers/graph-tokens";
import { proofCrypto } from "@/lib/platform/proof-crypto";

const APP = { appId: "8e46aaaa-0000-4b1e-8790-ee0fb5d60001" };

const request = (body: unknown) => ({
  method: "POST",
  url: "",
  headers: {},
  body: new TextEncoder().encode(JSON.stringify(body)),
});

function verify(body: unknown, options: Record<string, unknown> = APP) {
  const keys = new Map([["https://login.microsoftonline.com/common/discovery/v2.0/keys", '{"keys":[]}']]);
  return graphTokensVerifier.verify(request(body), { secrets: [], options, keys, crypto: proofCrypto, nowMs: 0 });
}

test("Microsoft's keys are asked for only where the application is known and a token came", () => {
  const urls = (body: unknown, options: object) => graphTokensVerifier.keyUrls?.(request(body), { ...options });
  expect(urls({ validationTokens: ["a.b.c"] }, APP)).toEqual([
    "https://login.microsoftonline.com/common/discovery/v2.0/keys",
  ]);
  expect(urls({ validationTokens: ["a.b.c"] }, {})).toEqual([]);
  expect(urls({ value: [{}] }, APP)).toEqual([]);
});

test("what carries no data needs no token, and nothing is asked where the application is not known", () => {
  expect(verify({ value: [{ changeType: "created" }] })).toMatchObject({ ok: true });
  expect(verify({ value: [{ encryptedContent: {} }], validationTokens: ["a.b.c"] }, {})).toMatchObject({ ok: true });
  expect(verify({ value: [{ changeType: "created" }, { encryptedContent: {} }] })).toMatchObject({
    reason: "missing_signature",
  });
  expect(verify({})).toMatchObject({ reason: "missing_signature" });
});

test.each([[""], [7], [null], [{}], ["a.b.c"], [[]]])("%j is no token", (token) => {
  expect(verify({ value: [{}], validationTokens: [token] })).toMatchObject({ reason: "malformed_signature" });
});

test.each([[null], [7], [{ toString: 1 }], [["a"]], ["not-a-tenant"]])("the tenant %j is none", (tenantId) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const token = `${part({ alg: "RS256" })}.${part({})}.AA`;
  expect(verify({ value: [{ tenantId }], validationTokens: [token] })).toMatchObject({ ok: false });
});
