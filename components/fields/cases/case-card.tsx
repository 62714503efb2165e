import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Case } from "@/components/fields/cases/read-cases";
import { ConditionList } from "@/components/fields/condition-list";
import { useFieldData } from "@/components/fields/field-data";
import type { RowSlot } from "@/components/fields/rows/row-list";
import { SelectBox } from "@/components/fields/select-box";
import { evaluateConditions } from "@/lib/domain/conditions/evaluate";

const MATCHES = [
  { value: "all", label: "when all of these are so" },
  { value: "any", label: "when any of these is so" },
];

/** A case: its name, and what has to be so. It can be folded, and then tells how it comes out now. */
export function CaseCard({ slot }: { slot: RowSlot<Case> }) {
  const { row, number, id, onChange, actions } = slot;
  const [isOpen, setIsOpen] = useState(true);
  const name = row.name || `case ${number}`;
  return (
    <>
      <div className="flex items-center gap-1">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={`${id}-body`}
          aria-label={`${isOpen ? "Fold" : "Unfold"} ${name}`}
          onClick={() => setIsOpen(!isOpen)}
          className="-ml-1 grid size-7 shrink-0 place-items-center rounded-md text-muted hover:text-foreground"
        >
          <ChevronRight aria-hidden className={`size-4 transition-transform ${isOpen ? "rotate-90" : ""}`} />
        </button>
        <input
          className="box-input font-medium"
          aria-label={`Name of case ${number}`}
          placeholder={`Case ${number}`}
          maxLength={100}
          autoComplete="off"
          value={row.name}
          onChange={(event) => onChange({ ...row, name: event.target.value })}
        />
        {actions}
      </div>
      <div id={`${id}-body`} hidden={!isOpen} className="flex flex-col gap-2 pt-0.5">
        <SelectBox
          aria-label={`How the conditions of ${name} count`}
          value={row.match}
          onChange={(match) => onChange({ ...row, match: match === "any" ? "any" : "all" })}
          choices={MATCHES}
        />
        <ConditionList
          id={id}
          of={name}
          conditions={row.conditions}
          onChange={(conditions) => onChange({ ...row, conditions })}
        />
      </div>
      {isOpen ? null : <FoldedLine row={row} />}
    </>
  );
}

function FoldedLine({ row: { match, conditions } }: { row: Case }) {
  const { scope, origin } = useFieldData();
  const count = conditions.length === 1 ? "1 condition" : `${conditions.length} conditions`;
  const { passed } = evaluateConditions({ match, conditions }, scope);
  return (
    <p className="px-1 pb-0.5 text-muted text-xs">
      {count}
      {origin === null || conditions.length === 0 ? null : (
        <span className={passed ? "font-medium text-good" : ""}>
          {passed ? " · passes now" : " · does not pass now"}
        </span>
      )}
    </p>
  );
}
