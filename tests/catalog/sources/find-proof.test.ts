import { expect, test } from "vitest";
import { findProof } from "@/lib/catalog/sources/find-proof";
import { github } from "@/lib/catalog/sources/github";

test("without a name, or by the source's own, it is the usual way", () => {
  expect(findProof(github, undefined)).toBe(github.proof);
  expect(findProof(github, "github")).toBe(github.proof);
});

test("another way has to be named, and to be there", () => {
  expect(findProof(github, "github-sha1-legacy")).toMatchObject({ kind: "hmac", recipe: { algorithm: "sha1" } });
  for (const scheme of ["none", "constructor", "__proto__", "", null, 1]) {
    expect(findProof(github, scheme)).toBeUndefined();
  }
});
