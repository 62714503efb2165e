import { expect, test } from "vitest";
import { strengthAt } from "@/components/catalog/proof-words";
import { findSource } from "@/lib/catalog/sources";

test.each([
  ["github", {}, "signature"],
  ["github", { scheme: "github-sha1-legacy" }, "signature"],
  ["anyone", {}, "none"],
  ["anyone", { token: { header: "x-token" } }, "token"],
  ["salesforce", {}, "token"],
  ["a source of a later version", {}, "none"],
])("a ring of %s with %j is worth a %s", (source, options, strength) => {
  expect(strengthAt(findSource(source), options)).toBe(strength);
});
