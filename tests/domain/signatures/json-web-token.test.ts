import fc from "fast-check";
import { expect, test } from "vitest";
import { authorizationOf, readJsonWebToken } from "@/lib/domain/signatures/json-web-token";

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const token = (header: object, claims: unknown = { iss: "a" }) => `${part(header)}.${part(claims)}.c2ln`;

test("a token is read in its parts", () => {
  const text = token({ alg: "RS256", kid: "k1" });
  expect(readJsonWebToken(text)).toEqual({
    algorithm: "RS256",
    keyId: "k1",
    claims: { iss: "a" },
    signed: new TextEncoder().encode(text.slice(0, text.lastIndexOf("."))),
    signature: new TextEncoder().encode("sig"),
  });
});

test.each([
  ["no text", ""],
  ["two parts", "a.b"],
  ["four parts", `${token({ alg: "HS256" })}.x`],
  ["the algorithm none", token({ alg: "none" })],
  ["none in other letters", token({ alg: "nOnE" })],
  ["an algorithm that we do not take", token({ alg: "HS512" })],
  ["a list of algorithms", token({ alg: ["HS256"] })],
  ["no algorithm", token({})],
  ["what has to be understood and is not", token({ alg: "HS256", crit: ["b64"], b64: false })],
  ["a header that is no object", token(["HS256"])],
  ["a signature that is no base64url", `${part({ alg: "HS256" })}.${part({})}.a+b/`],
  ["more than 16 KB", token({ alg: "HS256" }, { long: "a".repeat(16_384) })],
])("%s is no token", (_name, text) => {
  expect(readJsonWebToken(text)).toBeUndefined();
});

test("claims that are no object say nothing", () => {
  for (const claims of [null, [1], "text", 1]) {
    expect(readJsonWebToken(token({ alg: "HS256" }, claims))?.claims).toEqual({});
  }
});

test("whatever comes, it is read or it is not", () => {
  fc.assert(
    fc.property(fc.string(), fc.json(), fc.string(), (head, claims, signature) => {
      const text = [part({ alg: "HS256", kid: head }), Buffer.from(claims).toString("base64url"), signature].join(".");
      readJsonWebToken(text);
      readJsonWebToken([head, claims, signature].join("."));
    }),
  );
});

test("it stands in the header authorization, with or without Bearer", () => {
  const at = (authorization: string) =>
    authorizationOf({ method: "", url: "", headers: { authorization: [authorization] }, body: new Uint8Array() });
  expect(at("Bearer abc")).toBe("abc");
  expect(at("bearer  abc ")).toBe("abc");
  expect(at("abc")).toBe("abc");
  expect(authorizationOf({ method: "", url: "", headers: {}, body: new Uint8Array() })).toBeUndefined();
});
