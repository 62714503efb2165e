import { expect, test } from "vitest";
import { runWorkflow } from "@/lib/catalog/nodes/logic/run-workflow";

const workflowId = "wfl_01980000000070008000000000000000";
const scope = { trigger: { body: { id: 7 } }, steps: {} };
const inputOf = (config: object) => {
  const planned = runWorkflow.plan({ workflowId, ...config }, scope);
  return planned.ok && planned.effect.kind === "run-workflow" ? planned.effect.input : planned;
};

test("what the other workflow gets is one value, or made of fields", () => {
  expect(inputOf({ value: "{{ trigger.body }}" })).toEqual({ id: 7 });
  expect(inputOf({ fields: [{ name: "order.id", value: "{{ trigger.body.id }}" }] })).toEqual({ order: { id: 7 } });
  expect(inputOf({})).toEqual({});
  expect(inputOf({ value: "{{ trigger.body.none }}" })).toBeNull();
});

test("without a workflow there is a problem beside that field", () => {
  expect(runWorkflow.problems({})).toEqual([{ field: "workflowId", message: "Choose a workflow." }]);
});
