import { expect, test } from "vitest";
import { containsSecret } from "./contains-secret";

const SECRET = "canary/ä+1_s3cret";

test.each([
  ["as it is", SECRET],
  ["in capitals", SECRET.toUpperCase()],
  ["in hex", Buffer.from(`before${SECRET}after`).toString("hex")],
  ["in base64", Buffer.from(SECRET).toString("base64")],
  ["in base64, after a byte", Buffer.from(`1${SECRET}after`).toString("base64")],
  ["in base64, after two", Buffer.from(`12${SECRET}after`).toString("base64url")],
  ["in a query", encodeURIComponent(SECRET)],
])("a secret is found %s", (_, text) => {
  expect(containsSecret(`{"x":"${text}"}`, SECRET)).toBe(true);
});

test("what is no secret is not found", () => {
  expect(containsSecret("canary", SECRET)).toBe(false);
});
