import type { Condition, Conditions } from "@/lib/domain/conditions/condition";
import { textOf } from "@/lib/domain/conditions/is-equal";
import { findOperator, type Operator } from "@/lib/domain/conditions/operators";
import { type RenderedValue, renderValue } from "@/lib/domain/templates/render-value";
import type { Scope } from "@/lib/domain/templates/scope";

/** One condition as it came out, for the log: plain values, with long text cut. */
export type Clause = {
  value: string;
  operator: string;
  expected?: Shown;
  actual?: Shown;
  passed: boolean;
  /** Why it could not be evaluated. */
  problem?: string;
};

type Shown = string | number | boolean | null;

const SHOWN_MAX = 500;

/**
 * Looks at the data. All conditions are evaluated, so that the log can show each; none at all pass. One that cannot be
 * evaluated does not pass. Never throws.
 */
export function evaluateConditions(
  { match, conditions }: Conditions,
  scope: Scope,
): { passed: boolean; clauses: Clause[] } {
  const clauses = conditions.map((condition) => evaluate(condition, scope));
  const passed =
    match === "all"
      ? clauses.every((clause) => clause.passed)
      : clauses.length === 0 || clauses.some((clause) => clause.passed);
  return { passed, clauses };
}

function evaluate({ value, operator: id, expected: written }: Condition, scope: Scope): Clause {
  const operator = findOperator(id);
  if (!operator) return { value, operator: id, passed: false, problem: `There is no comparison called “${id}”.` };
  const actual = renderValue(value.trim(), scope);
  const expected: RenderedValue =
    operator.takes === "nothing" ? { ok: true, value: undefined } : expectation(operator, written, scope);
  const clause = { value, operator: id, ...show("expected", expected), ...show("actual", actual) };
  if (!actual.ok) return { ...clause, passed: false, problem: actual.message };
  if (!expected.ok) return { ...clause, passed: false, problem: expected.message };
  return { ...clause, passed: operator.test(actual.value, expected.value) };
}

/** A pattern is taken as written: its braces are its own. */
function expectation(operator: Operator, written: unknown, scope: Scope): RenderedValue {
  return operator.takes === "regex" ? { ok: true, value: written } : renderValue(written, scope);
}

function show(name: "expected" | "actual", rendered: RenderedValue): { expected?: Shown; actual?: Shown } {
  if (!rendered.ok || rendered.value === undefined) return {};
  return { [name]: shown(rendered.value) };
}

function shown(value: unknown): Shown {
  if (value === null || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)))
    return value;
  const text = textOf(value);
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;
}
