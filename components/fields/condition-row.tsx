import { Check, Trash2, X } from "lucide-react";
import { useMemo } from "react";
import { ExpectedBox } from "@/components/fields/expected-box";
import { useFieldData } from "@/components/fields/field-data";
import { SelectBox } from "@/components/fields/select-box";
import { TemplateBox } from "@/components/fields/template-box";
import { IconButton } from "@/components/ui/icon-button";
import type { Condition } from "@/lib/domain/conditions/condition";
import { type Clause, evaluateConditions } from "@/lib/domain/conditions/evaluate";
import { findOperator, operators } from "@/lib/domain/conditions/operators";

const OPERATOR_CHOICES = operators.map(({ id, label }) => ({ value: id, label }));

type ConditionRowProps = {
  id: string;
  /** As in “condition 2”. */
  name: string;
  condition: Condition;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
};

/** One condition: a field of the data, how to compare it, and with what. */
export function ConditionRow({ id, name, condition, onChange, onRemove }: ConditionRowProps) {
  const { scope, origin } = useFieldData();
  const clause = useMemo(() => {
    const { clauses } = evaluateConditions({ match: "all", conditions: [condition] }, scope);
    return condition.value.trim() === "" ? undefined : clauses[0];
  }, [condition, scope]);

  function setOperator(operator: string) {
    const { expected, ...rest } = condition;
    const needsMore = findOperator(operator)?.takes !== "nothing";
    onChange({ ...rest, operator, ...(needsMore ? { expected: expected ?? "" } : {}) });
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its legend in its own way.
    <div
      role="group"
      aria-label={name}
      className="flex flex-col gap-1.5 rounded-xl border border-border bg-surface-secondary p-2"
    >
      <TemplateBox
        id={`${id}-field`}
        label={`Field of ${name}`}
        placeholder="Click, then choose from the data"
        value={condition.value}
        onChange={(value) => onChange({ ...condition, value })}
        isWhole
      />
      <div className="flex items-center gap-1.5">
        <SelectBox
          className="flex-1"
          aria-label={`Comparison of ${name}`}
          value={condition.operator}
          onChange={setOperator}
          choices={OPERATOR_CHOICES}
        />
        <IconButton icon={Trash2} size="sm" label={`Remove ${name}`} onPress={onRemove} />
      </div>
      <ExpectedBox
        id={`${id}-value`}
        label={`Value of ${name}`}
        takes={findOperator(condition.operator)?.takes ?? "text"}
        value={condition.expected}
        onChange={(expected) => onChange({ ...condition, expected })}
      />
      {clause && origin !== null ? <ClauseLine clause={clause} /> : null}
    </div>
  );
}

/** How the condition comes out with the data at hand. */
function ClauseLine({ clause }: { clause: Clause }) {
  const Icon = clause.passed ? Check : X;
  const actual = clause.actual === undefined ? "nothing" : clause.actual === "" ? "empty" : String(clause.actual);
  return (
    <p className="flex items-start gap-1.5 px-1 text-xs leading-relaxed">
      <span className="shrink-0 font-medium text-muted">Now:</span>
      <span className="wrap-anywhere min-w-0">{clause.problem ?? actual}</span>
      <span aria-hidden className="text-muted">
        →
      </span>
      <span className={`flex shrink-0 items-center gap-1 font-medium ${clause.passed ? "text-good" : "text-quiet"}`}>
        <Icon aria-hidden className="size-3.5" strokeWidth={2.5} />
        {clause.passed ? "passes" : "does not pass"}
      </span>
    </p>
  );
}
