import type { Condition } from "@/lib/domain/conditions/condition";
import { findOperator, type Operator } from "@/lib/domain/conditions/operators";
import { patternProblem } from "@/lib/domain/conditions/pattern";
import { readDate } from "@/lib/domain/conditions/read-date";
import { numberText } from "@/lib/domain/json/number-text";
import { checkTemplate, templatePaths } from "@/lib/domain/templates/template-paths";

/** What keeps a condition from making sense, in sentences. */
export function conditionProblems(condition: Condition): string[] {
  const operator = findOperator(condition.operator);
  if (!operator) return [`There is no comparison called “${condition.operator}”.`];
  const problems = [condition.value.trim() === "" ? "Choose the field to look at." : checkTemplate(condition.value)];
  if (operator.takes !== "nothing") problems.push(expectedProblem(operator, condition.expected));
  return problems.filter((problem) => problem !== undefined);
}

function expectedProblem(operator: Operator, expected: unknown): string | undefined {
  if (expected === undefined || (expected === "" && !COMPARES_EMPTY.has(operator.id)))
    return `“${operator.label}” needs something to compare with.`;
  if (typeof expected !== "string") return undefined;
  // A pattern is no template: its braces are its own.
  if (operator.takes === "regex") return patternProblem(expected);
  const complaint = checkTemplate(expected);
  return complaint || templatePaths(expected).length > 0 ? complaint : FORMS[operator.takes]?.(expected);
}

const COMPARES_EMPTY = new Set(["equals", "not-equals"]);

const FORMS: Partial<Record<Operator["takes"], (text: string) => string | undefined>> = {
  number: (text) => (numberText(text) === undefined ? `“${text.slice(0, 50)}” is not a number.` : undefined),
  date: (text) => (readDate(text) === undefined ? "Write the date as 2026-03-04 or 2026-03-04T09:30:00Z." : undefined),
};
