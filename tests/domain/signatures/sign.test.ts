import fc from "fast-check";
import { expect, test } from "vitest";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { signRequest } from "@/lib/domain/signatures/sign";
import { verifySignature } from "@/lib/domain/signatures/verify";
import { nodeHmac } from "@/tests/support/node-hmac";

const nowMs = 1_750_000_000_000;

const recipes = [
  {},
  { algorithm: "sha1", header: "x-hub-signature", prefix: "sha1=" },
  { algorithm: "sha512", encoding: "base64url", signedContent: "{method}:{url}:{body}" },
  { separator: ",", prefix: "v1=", timestampPrefix: "t=", signedContent: "{timestamp}.{body}" },
  {
    separator: " ",
    prefix: "v1,",
    encoding: "base64",
    idHeader: "x-id",
    timestampHeader: "x-time",
    signedContent: "{id}.{timestamp}.{body}",
  },
  { timestampHeader: "x-time", timestampUnit: "iso", signedContent: "{body}{timestamp}" },
  { header: "x-sign-*", requiredHeaders: { "x-version": "1" }, timestampHeader: "x-time", timestampUnit: "ms" },
];

test("what is signed is proven, for every shape of recipe, body and secret", () => {
  const secret = fc.string({ unit: "binary", minLength: 1 });
  fc.assert(
    fc.property(fc.constantFrom(...recipes), fc.uint8Array(), secret, (shape, body, value) => {
      const recipe = HmacRecipe.parse(shape);
      const request = { method: "POST", url: "https://door.example/hook", body, id: "evt_1" };
      const signed = signRequest(recipe, request, { secret: value, nowMs, hmac: nodeHmac });
      const headers = Object.fromEntries(Object.entries(signed ?? {}).map(([name, text]) => [name, [text]]));
      const proof = verifySignature(
        recipe,
        { ...request, headers },
        { secrets: [{ id: "sec_1", value }], nowMs, hmac: nodeHmac },
      );
      expect(proof).toEqual({ ok: true, secretId: "sec_1" });
    }),
  );
});

test("time, id and signature stand where the recipe says", () => {
  const request = { method: "POST", url: "", body: new TextEncoder().encode("{}"), id: "evt_1" };
  const sign = (recipe: object) =>
    signRequest(HmacRecipe.parse(recipe), request, { secret: "s", nowMs, hmac: nodeHmac });
  expect(sign({ header: "x-sign-*" })).toEqual({ "x-sign-1": expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(sign({ separator: ";", prefix: "h1=", timestampPrefix: "ts=", signedContent: "{timestamp}:{body}" })).toEqual({
    "x-signature": expect.stringMatching(/^ts=1750000000;h1=[0-9a-f]{64}$/),
  });
  expect(sign({ idHeader: "x-id", timestampHeader: "x-time", timestampUnit: "iso" })).toMatchObject({
    "x-id": "evt_1",
    "x-time": "2025-06-15T15:06:40.000Z",
  });
});

test("with a secret that cannot be used, nothing is signed", () => {
  const request = { method: "POST", url: "", body: new Uint8Array(), id: "" };
  const context = { secret: "not base64!", nowMs, hmac: nodeHmac };
  expect(signRequest(HmacRecipe.parse({ keyEncoding: "base64" }), request, context)).toBeUndefined();
});
