import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { setNode } from "@/lib/catalog/nodes/logic/set";

const scope = { trigger: { body: { total: new LosslessNumber("1.10"), tags: ["a"], name: "Ann" } }, steps: {} };

test("its output is the object, with each value of the type that it had", () => {
  const fields = [
    { name: "total", value: "{{ trigger.body.total }}" },
    { name: "customer.name", value: "{{ trigger.body.name }}" },
    { name: "customer.tags", value: "{{ trigger.body.tags }}" },
    { name: "hello", value: "Hello {{ trigger.body.name }}" },
    { name: "none", value: "{{ trigger.body.none }}" },
    { name: "empty", value: "" },
  ];
  expect(setNode.plan({ fields }, scope)).toMatchObject({
    ok: true,
    effect: {
      kind: "leave",
      port: "out",
      output: {
        total: scope.trigger.body.total,
        customer: { name: "Ann", tags: ["a"] },
        hello: "Hello Ann",
        none: null,
        empty: "",
      },
    },
  });
});

test("names that are in each other's way are a problem", () => {
  const fields = [
    { name: "a", value: "1" },
    { name: "a.b", value: "2" },
  ];
  expect(setNode.problems({ fields })).toEqual([
    { field: "fields", message: "“a” cannot be a value and hold “a.b”, too." },
  ]);
});

test("a template that cannot be read is a problem, and nothing is set", () => {
  const broken = { fields: [{ name: "a", value: "{{ a" }] };
  expect(setNode.problems(broken)).toHaveLength(1);
  expect(setNode.plan(broken, scope)).toMatchObject({ ok: false });
});
