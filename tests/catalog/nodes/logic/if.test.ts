import { expect, test } from "vitest";
import { ifNode } from "@/lib/catalog/nodes/logic/if";

const config = { conditions: [{ value: "{{ trigger.body.amount }}", operator: "greater-than", expected: 100 }] };
const planned = (amount: number) => ifNode.plan(config, { trigger: { body: { amount } }, steps: {} });

test("it leaves by yes or no, and neither is the port by which a filter ends a run", () => {
  expect(planned(101)).toMatchObject({ ok: true, effect: { kind: "leave", port: "yes", output: { passed: true } } });
  expect(planned(100)).toMatchObject({ ok: true, effect: { kind: "leave", port: "no", output: { passed: false } } });
});

test("the log shows each condition with what was expected and what was found", () => {
  expect(planned(5).input).toMatchObject({ match: "all", conditions: [{ actual: 5, expected: 100, passed: false }] });
});

test("a condition that makes no sense is a problem beside the conditions", () => {
  const problems = ifNode.problems({ conditions: [{ value: "", operator: "equals", expected: "x" }] });
  expect(problems).toEqual([{ field: "conditions", message: "Choose the field to look at." }]);
});
