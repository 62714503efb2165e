import { z } from "zod";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { Condition } from "@/lib/domain/conditions/condition";
import { conditionProblems } from "@/lib/domain/conditions/condition-problems";
import { evaluateConditions } from "@/lib/domain/conditions/evaluate";
import { field } from "@/lib/domain/forms/field";

const CONDITIONS_MAX = 50;

export const filter = defineNode({
  type: "filter",
  name: "Filter",
  summary: "Goes on only when conditions are met.",
  kind: "logic",
  icon: "filter",
  config: z.strictObject({
    match: field(z.enum(["all", "any"]).default("all"), {
      label: "Go on when",
      widget: "select",
      choices: [
        { value: "all", label: "all conditions are met" },
        { value: "any", label: "any condition is met" },
      ],
    }),
    conditions: field(z.array(Condition, "Add a condition.").min(1, "Add a condition.").max(CONDITIONS_MAX), {
      label: "Conditions",
      widget: "conditions",
    }),
  }),
  sample: {
    match: "all",
    conditions: [{ value: "{{ trigger.body.data.priority }}", operator: "equals", expected: "high" }],
  },
  ports: [
    { id: "pass", name: "Passes" },
    { id: "fail", name: "Otherwise" },
  ],
  describe: ({ match, conditions }) =>
    conditions.length === 1 ? "If one condition is met" : `If ${match} of ${conditions.length} conditions are met`,
  check: ({ conditions }) =>
    conditions.flatMap((condition) =>
      conditionProblems(condition).map((message) => ({ field: "conditions", message })),
    ),
  input: (config, { scope }) => ({ match: config.match, conditions: evaluateConditions(config, scope).clauses }),
  plan: (config, { scope }) => {
    const { passed } = evaluateConditions(config, scope);
    return { kind: "leave", port: passed ? "pass" : "fail", output: { passed } };
  },
});
