import { z } from "zod";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import {
  checkConditions,
  conditionFields,
  conditionsSample,
  describeConditions,
} from "@/lib/catalog/nodes/logic/condition-fields";
import { evaluateConditions } from "@/lib/domain/conditions/evaluate";

export const filter = defineNode({
  type: "filter",
  name: "Filter",
  summary: "Goes on only when conditions are met.",
  kind: "logic",
  icon: "filter",
  config: z.strictObject(conditionFields("Go on when")),
  sample: conditionsSample,
  ports: [
    { id: "pass", name: "Passes" },
    { id: "fail", name: "Otherwise" },
  ],
  describe: describeConditions,
  check: checkConditions,
  input: (config, { scope }) => ({ match: config.match, conditions: evaluateConditions(config, scope).clauses }),
  plan: (config, { scope }) => {
    const { passed } = evaluateConditions(config, scope);
    return { kind: "leave", port: passed ? "pass" : "fail", output: { passed } };
  },
});
