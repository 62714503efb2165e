import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { standardWebhooksRecipe } from "@/lib/catalog/sources/standard-webhooks-recipe";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { verifySignature } from "@/lib/domain/signatures/verify";
import { hmac } from "@/lib/platform/digest";
import { signStandardWebhook } from "@/lib/services/steps/authorize/standard-webhooks";

const request = {
  method: "POST",
  url: "https://partner.example/webhooks",
  headers: [{ name: "content-type", value: "application/json" }],
  body: '{"test": 2432232314}',
};
const id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
const nowMs = 1_614_265_330_999;
const REFERENCE = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

function headersOf(secrets: string[], body = request.body): Record<string, string> | undefined {
  const signed = signStandardWebhook({ ...request, body }, { secrets, id, nowMs });
  return signed && Object.fromEntries(signed.headers.map(({ name, value }) => [name, value]));
}

test("gives the signature of the specification's own example", () => {
  expect(headersOf([REFERENCE])).toEqual({
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test("signs the bytes of the body: UTF-8, and by a text that is the key itself", () => {
  const body = '{"who":"Söns 😀"}';
  const expected = createHmac("sha256", "a plain töxt").update(`${id}.1614265330.${body}`, "utf8").digest("base64");
  expect(headersOf(["a plain töxt"], body)?.["webhook-signature"]).toBe(`v1,${expected}`);
});

test("signs with both secrets while one replaces the other, the present one first", () => {
  const signature = headersOf([REFERENCE, "previous"])?.["webhook-signature"] ?? "";
  expect(signature.split(" ")).toEqual([
    headersOf([REFERENCE])?.["webhook-signature"],
    headersOf(["previous"])?.["webhook-signature"],
  ]);
  expect(headersOf(["same", "same"])).toEqual(headersOf(["same"]));
});

test.each([
  ["no secret", []],
  ["what is not base64 behind whsec_", ["whsec_not base64!"]],
  ["nothing behind whsec_", ["whsec_"]],
  ["a good secret beside a bad one", [REFERENCE, "whsec_?"]],
])("signs nothing with %s", (_, secrets) => expect(headersOf(secrets)).toBeUndefined());

test("our own verifier accepts each of the secrets, for this body and no other", () => {
  const recipe = HmacRecipe.parse(standardWebhooksRecipe("webhook"));
  const previous = `whsec_${Buffer.from("another key of some length").toString("base64")}`;
  const { "content-type": _, ...signed } = headersOf([REFERENCE, previous]) ?? {};
  const headers = Object.fromEntries(Object.entries(signed).map(([name, value]) => [name, [value]]));
  const verify = (secret: string, body: string) =>
    verifySignature(
      recipe,
      { method: "POST", url: request.url, headers, body: Buffer.from(body) },
      { secrets: [{ id: "sec", value: secret }], nowMs, hmac },
    ).ok;
  expect(verify(REFERENCE, request.body)).toBe(true);
  expect(verify(previous, request.body)).toBe(true);
  expect(verify(REFERENCE, `${request.body} `)).toBe(false);
  expect(verify("whsec_AAAA", request.body)).toBe(false);
});
