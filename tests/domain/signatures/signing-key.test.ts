import { expect, test } from "vitest";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { signingKey } from "@/lib/domain/signatures/signing-key";

const keyOf = (recipe: object, secret: string) => {
  const key = signingKey(HmacRecipe.parse(recipe), secret);
  return key && Buffer.from(key).toString("latin1");
};

test("a secret is text, base64 or hex, as the recipe says, and never guessed", () => {
  expect(keyOf({}, "whsec_YWI=")).toBe("whsec_YWI=");
  expect(keyOf({}, " ü\n")).toBe(Buffer.from(" ü\n").toString("latin1"));
  expect(keyOf({ keyEncoding: "base64", keyPrefix: "whsec_" }, "whsec_YWI=")).toBe("ab");
  expect(keyOf({ keyEncoding: "base64", keyPrefix: "whsec_" }, "YWI=")).toBe("ab");
  expect(keyOf({ keyEncoding: "hex" }, "6162")).toBe("ab");
});

test.each([
  [{}, ""],
  [{ keyPrefix: "whsec_" }, "whsec_"],
  [{ keyEncoding: "base64" }, "not base64!"],
  [{ keyEncoding: "hex" }, "616"],
])("%j has no key in “%s”", (recipe, secret) => {
  expect(keyOf(recipe, secret)).toBeUndefined();
});
