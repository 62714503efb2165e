import { z } from "zod";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import {
  checkConditions,
  conditionFields,
  conditionsSample,
  describeConditions,
} from "@/lib/catalog/nodes/logic/condition-fields";
import { evaluateConditions } from "@/lib/domain/conditions/evaluate";

/** Unlike a filter, it ends nothing: either way is a good way. */
export const ifNode = defineNode({
  type: "if",
  name: "If / else",
  summary: "Goes one way when conditions are met, and another when they are not.",
  kind: "logic",
  icon: "split",
  config: z.strictObject(conditionFields("Yes when")),
  sample: conditionsSample,
  ports: [
    { id: "yes", name: "Yes" },
    { id: "no", name: "No" },
  ],
  describe: describeConditions,
  check: checkConditions,
  outputExample: { passed: true },
  input: (config, { scope }) => ({ match: config.match, conditions: evaluateConditions(config, scope).clauses }),
  plan: (config, { scope }) => {
    const { passed } = evaluateConditions(config, scope);
    return { kind: "leave", port: passed ? "yes" : "no", output: { passed } };
  },
});
