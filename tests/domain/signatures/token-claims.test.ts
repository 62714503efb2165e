import { expect, test } from "vitest";
import { type ExpectedClaims, refusalForClaims } from "@/lib/domain/signatures/token-claims";

const NOW = 1_750_000_000;

test.each<[string, ExpectedClaims, object, string | undefined]>([
  ["one that is valid", {}, { exp: NOW + 1 }, undefined],
  ["one that expired within the leeway", {}, { exp: NOW - 9 }, undefined],
  ["one that expired", {}, { exp: NOW - 10 }, "too_old"],
  ["one that never expires", {}, {}, "missing_timestamp"],
  ["one whose expiry is text", {}, { exp: `${NOW + 60}` }, "missing_timestamp"],
  ["one that begins within the leeway", {}, { exp: NOW + 60, nbf: NOW + 10 }, undefined],
  ["one that begins later", {}, { exp: NOW + 60, nbf: NOW + 11 }, "too_new"],
  ["one whose beginning is text", {}, { exp: NOW + 60, nbf: "now" }, "malformed_timestamp"],
  ["one of the right issuer", { issuers: ["a", "b"] }, { exp: NOW + 1, iss: "b" }, undefined],
  ["one of another issuer", { issuers: ["a"] }, { exp: NOW + 1, iss: "c" }, "wrong_audience"],
  ["one of no issuer", { issuers: ["a"] }, { exp: NOW + 1 }, "wrong_audience"],
  ["one for us among others", { audience: "a" }, { exp: NOW + 1, aud: ["b", "a"] }, undefined],
  ["one for others", { audience: "a" }, { exp: NOW + 1, aud: ["b"] }, "wrong_audience"],
  ["one for nobody", { audience: "a" }, { exp: NOW + 1 }, "wrong_audience"],
])("%s", (_name, expected, ...[claims, reason]) => {
  const token = {
    algorithm: "HS256" as const,
    keyId: undefined,
    claims: { ...claims },
    signed: new Uint8Array(),
    signature: new Uint8Array(),
  };
  expect(refusalForClaims(token, expected, NOW * 1_000)?.reason).toBe(reason);
});
