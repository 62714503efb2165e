import { expect, test } from "vitest";
import { HmacRecipe, hasTimestamp } from "@/lib/domain/signatures/recipe";

test("nothing said means SHA-256 of the body, in hex, in x-signature", () => {
  expect(HmacRecipe.parse({})).toMatchObject({
    header: "x-signature",
    algorithm: "sha256",
    encoding: "hex",
    prefix: "",
    keyEncoding: "text",
    signedContent: "{body}",
    toleranceSeconds: 300,
    allowsFuture: false,
  });
});

test("names of headers are kept in lower case", () => {
  const recipe = HmacRecipe.parse({
    header: ["X-One", "X-Two-*"],
    idHeader: "X-Id",
    requiredHeaders: { "X-Version": "1" },
  });
  expect(recipe).toMatchObject({
    header: ["x-one", "x-two-*"],
    idHeader: "x-id",
    requiredHeaders: { "x-version": "1" },
  });
});

test.each<[recipe: object, complaint: RegExp]>([
  [{ signedContent: "{timestamp}", timestampHeader: "x-time" }, /has to include \{body\}/],
  [{ signedContent: "{body}{nonce}" }, /\{nonce\} is none of/],
  [{ signedContent: "{id}{body}" }, /\{id\} needs/],
  [{ signedContent: "{timestamp}{body}" }, /\{timestamp\} needs/],
  [{ header: "x signature" }, /not the name of a header/],
  [{ header: "" }, /./],
  [{ algorithm: "md5" }, /./],
  [{ toleranceSeconds: 0 }, /./],
  [{ heder: "x-signature" }, /heder/],
])("%j is refused", (recipe, complaint) => {
  expect(HmacRecipe.safeParse(recipe).error?.message).toMatch(complaint);
});

test("a time of signing may stand in three places", () => {
  expect(hasTimestamp({})).toBe(false);
  expect(hasTimestamp({ timestampHeader: "x-time" })).toBe(true);
  expect(hasTimestamp({ timestampPrefix: "t=" })).toBe(true);
  expect(hasTimestamp({ timestampPath: "at" })).toBe(true);
});
