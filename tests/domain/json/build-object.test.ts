import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { buildObject, pathProblems } from "@/lib/domain/json/build-object";

test("dotted paths make objects within objects, in the order written", () => {
  const total = new LosslessNumber("1.10");
  const built = buildObject([
    { path: "id", value: 7 },
    { path: "customer.name", value: "Ann" },
    { path: "total", value: total },
    { path: "customer.address.city", value: undefined },
    { path: "list", value: [1] },
  ]);
  expect(built).toEqual({
    id: 7,
    customer: { name: "Ann", address: { city: null } },
    total,
    list: [1],
  });
  expect(Object.keys(built)).toEqual(["id", "customer", "total", "list"]);
});

test("no path reaches what JavaScript keeps behind objects", () => {
  const built = buildObject([
    { path: "constructor.prototype.x", value: 1 },
    { path: "__proto__.x", value: 1 },
  ]);
  expect({}).not.toHaveProperty("x");
  expect(Object.getPrototypeOf(built)).toBe(Object.prototype);
  expect(built["constructor"]).toEqual({ prototype: { x: 1 } });
});

test.each<[paths: string[], problems: string[]]>([
  [["a", "b.c", "b.d"], []],
  [["a", "a"], ["“a” is there twice."]],
  [["a", "a.b"], ["“a” cannot be a value and hold “a.b”, too."]],
  [["a..b"], ["“a..b” has a dot too many."]],
  [
    ["", "__proto__.x"],
    ["A field has no name.", "A field cannot be called “__proto__”."],
  ],
])("%j", (paths, problems) => expect(pathProblems(paths)).toEqual(problems));
