import { expect, test } from "vitest";
import { followReference, indexSchema } from "@/lib/domain/deliveries/schema/schema-index";

const schema = {
  $id: "https://example.com/root",
  $defs: {
    "a/b~c %": { title: "odd" },
    named: { $anchor: "here", title: "anchored" },
    inner: { $id: "inner.json", $defs: { leaf: { title: "leaf" } }, items: { $ref: "#/$defs/leaf" } },
  },
  enum: [{ $id: "https://example.com/not-a-schema" }],
  prefixItems: [{ title: "first" }],
  "x-other": { title: "elsewhere" },
};
const index = indexSchema(schema, false);
const titleAt = (reference: string, from = schema) => followReference(index, from, reference);

test.each([
  ["#", schema],
  ["https://example.com/root", schema],
  ["#/$defs/a~1b~0c%20%25", { title: "odd" }],
  ["#here", schema.$defs.named],
  ["inner.json", schema.$defs.inner],
  ["inner.json#/$defs/leaf", { title: "leaf" }],
  ["#/prefixItems/0", { title: "first" }],
  ["#/x-other", { title: "elsewhere" }],
])("%s is found", (reference, found) => {
  expect(titleAt(reference)).toEqual(found);
});

test.each([
  "#/nothing",
  "#nowhere",
  "other.json",
  "https://example.com/not-a-schema",
  "#/$defs/__proto__",
  "#/prefixItems/1",
  "#/$defs/%zz",
  "http://[",
  "inner.json#here",
])("%s is not", (reference) => {
  expect(titleAt(reference)).toBeUndefined();
});

test("a reference starts from the nearest name above it", () => {
  expect(followReference(index, schema.$defs.inner.items, "#/$defs/leaf")).toEqual({ title: "leaf" });
});

test("draft 7 writes anchors as names, and beside a reference nothing has one", () => {
  const old = { definitions: { a: { $id: "#a" }, b: { $id: "#b", $ref: "#a" } } };
  const known = indexSchema(old, true);
  expect(followReference(known, old, "#a")).toBe(old.definitions.a);
  expect(followReference(known, old, "#b")).toBeUndefined();
});
