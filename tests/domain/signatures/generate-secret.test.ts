import { expect, test } from "vitest";
import { generateSecret } from "@/lib/domain/signatures/generate-secret";

test("a secret is 32 random bytes behind its prefix, another one each time", () => {
  expect(generateSecret({ prefix: "", encoding: "hex" })).toMatch(/^[0-9a-f]{64}$/);
  expect(generateSecret({ prefix: "whsec_", encoding: "base64" })).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(new Set(Array.from({ length: 100 }, () => generateSecret({ prefix: "", encoding: "hex" }))).size).toBe(100);
});
