import { expect, test } from "vitest";
import type { JsonWebToken } from "@/lib/domain/signatures/json-web-token";
import { publishedKey } from "@/lib/domain/signatures/published-key";

const rsa = { kty: "RSA", n: "AQAB", e: "AQAB" };
const ec = { kty: "EC", crv: "P-256", x: "AA", y: "AA" };

function find(published: unknown, algorithm: JsonWebToken["algorithm"], keyId?: string) {
  const empty = new Uint8Array();
  const token = { algorithm, keyId, claims: {}, signed: empty, signature: empty };
  return publishedKey(typeof published === "string" ? published : JSON.stringify(published), token);
}

test("a key is found by its id, for its own algorithm", () => {
  const set = {
    keys: [
      { ...rsa, kid: "a", n: "AA" },
      { ...rsa, kid: "b" },
      { ...ec, kid: "c" },
    ],
  };
  expect(find(set, "RS256", "b")).toEqual({ key: rsa, algorithm: "rsa-sha256" });
  expect(find(set, "ES256", "c")).toEqual({ key: ec, algorithm: "ecdsa-sha256-plain" });
  expect(find(set, "RS256", "c")).toBeUndefined();
  expect(find(set, "ES256", "b")).toBeUndefined();
  expect(find(set, "HS256", "b")).toBeUndefined();
  expect(find(set, "RS256", "d")).toBeUndefined();
});

test("without an id it has to be the only one that fits", () => {
  expect(find({ keys: [rsa, ec] }, "RS256")?.algorithm).toBe("rsa-sha256");
  expect(find({ keys: [rsa, { ...rsa, n: "AA" }] }, "RS256")).toBeUndefined();
});

test("keys for something else are passed over", () => {
  expect(find({ keys: [{ ...rsa, kid: "a", use: "enc" }] }, "RS256", "a")).toBeUndefined();
  expect(find({ keys: [{ ...rsa, kid: "a", alg: "RS512" }] }, "RS256", "a")).toBeUndefined();
  expect(find({ keys: [{ kty: "oct", k: "AA", kid: "a" }] }, "RS256", "a")).toBeUndefined();
});

test("certificates stand under their ids, and nothing else does", () => {
  const certificates = { one: "PEM", two: 2 };
  expect(find(certificates, "RS256", "one")).toEqual({ key: "PEM", algorithm: "rsa-sha256" });
  expect(find(certificates, "ES256", "one")).toBeUndefined();
  for (const id of ["two", "three", "constructor", "__proto__", undefined]) {
    expect(find(certificates, "RS256", id)).toBeUndefined();
  }
});

test("what is no JSON holds no key", () => {
  for (const text of ["", "<html>", "null", "[]", '{"keys":[null,1]}'])
    expect(find(text, "RS256", "a")).toBeUndefined();
});
