import { z } from "zod";
import { Condition, type Conditions } from "@/lib/domain/conditions/condition";
import { conditionProblems } from "@/lib/domain/conditions/condition-problems";
import { field } from "@/lib/domain/forms/field";

const CONDITIONS_MAX = 50;

/** Some conditions, and whether all of them have to be met. */
export const ConditionList = z.array(Condition, "Add a condition.").min(1, "Add a condition.").max(CONDITIONS_MAX);

/** The settings of a node that looks at conditions. `question` is what the choice between all and any answers. */
export function conditionFields(question: string) {
  return {
    match: field(z.enum(["all", "any"]).default("all"), {
      label: question,
      widget: "select",
      choices: [
        { value: "all", label: "all conditions are met" },
        { value: "any", label: "any condition is met" },
      ],
    }),
    conditions: field(ConditionList, { label: "Conditions", widget: "conditions" }),
  };
}

export const conditionsSample: Conditions = {
  match: "all",
  conditions: [{ value: "{{ trigger.body.data.priority }}", operator: "equals", expected: "high" }],
};

/** “If all of 3 conditions are met”. */
export function describeConditions({ match, conditions }: Conditions): string {
  return conditions.length === 1 ? "If one condition is met" : `If ${match} of ${conditions.length} conditions are met`;
}

export function checkConditions({ conditions }: Conditions): { field: string; message: string }[] {
  return conditions.flatMap((condition) =>
    conditionProblems(condition).map((message) => ({ field: "conditions", message })),
  );
}
