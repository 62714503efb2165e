import fc from "fast-check";
import { expect, test } from "vitest";
import { createFill } from "@/lib/catalog/nodes/fill";
import { neededPart, neededPath } from "@/lib/catalog/nodes/path-part";

const fillWith = (value: unknown) => createFill({ trigger: { value }, steps: {} });
const TEMPLATE = "{{ trigger.value }}";

test("whatever a value is, it stays one part of the path, or is refused", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii" }), (value) => {
      const fill = fillWith(value);
      const part = neededPart(fill, TEMPLATE, "There is none.");
      if (fill.problems.length > 0) return;
      const { pathname, search, hash } = new URL(`https://api.example/before/${part}/after`);
      expect(pathname.split("/")).toHaveLength(4);
      expect(pathname.endsWith("/after")).toBe(true);
      expect(search + hash).toBe("");
    }),
  );
});

test.each([
  ["a/b?c#d e", "a%2Fb%3Fc%23d%20e", []],
  [" padded ", "padded", []],
  ["..", "..", ["“..” cannot be part of an address."]],
  [".", ".", ["“.” cannot be part of an address."]],
  ["", "", ["There is none."]],
  ["\ud800", "%EF%BF%BD", []],
])("“%s” becomes “%s”", (value, part, problems) => {
  const fill = fillWith(value);
  expect(neededPart(fill, TEMPLATE, "There is none.")).toBe(part);
  expect(fill.problems).toEqual(problems);
});

test.each([
  ["//team/app///", "team/app", []],
  ["a//b", "a//b", []],
  ["//", "", []],
  ["team/my app", "team/my%20app", []],
  ["team/../other", "team/../other", ["“..” cannot be part of an address."]],
])("as a path “%s” becomes “%s”", (value, path, problems) => {
  const fill = fillWith(value);
  expect(neededPath(fill, TEMPLATE, "There is none.")).toBe(path);
  expect(fill.problems).toEqual(problems);
});

test("a path of a million slashes is done in no time", () => {
  const startedAtMs = performance.now();
  neededPath(fillWith(`${"/".repeat(900_000)}a`), TEMPLATE, "There is none.");
  expect(performance.now() - startedAtMs).toBeLessThan(1_000);
});
