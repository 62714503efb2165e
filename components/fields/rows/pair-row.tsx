import { useFieldData } from "@/components/fields/field-data";
import { resolveField } from "@/components/fields/resolve-field";
import { ResolvedLine } from "@/components/fields/resolved-line";
import type { RowSlot } from "@/components/fields/rows/row-list";
import { TemplateBox } from "@/components/fields/template-box";

export type Pair = { name: string; value: string };

type PairRowProps = {
  slot: RowSlot<Pair>;
  /** What the two boxes are called: “Name of header 2”, “Value of header 2”. */
  labels: { name: string; value: string };
  namePlaceholder: string;
  valuePlaceholder: string;
  /** What else changes when the value does. */
  onValue?: (pair: Pair) => Pair;
};

/** A name and its value, with what that comes to now. */
export function PairRow({ slot, labels, namePlaceholder, valuePlaceholder, onValue = same }: PairRowProps) {
  const { row, id, onChange, actions } = slot;
  const { scope } = useFieldData();
  return (
    <>
      <div className="flex items-center gap-1.5">
        <input
          className="box-input font-mono text-[0.8125rem]"
          aria-label={labels.name}
          placeholder={namePlaceholder}
          spellCheck={false}
          autoComplete="off"
          value={row.name}
          onChange={(event) => onChange({ ...row, name: event.target.value })}
        />
        {actions}
      </div>
      <TemplateBox
        id={id}
        label={labels.value}
        placeholder={valuePlaceholder}
        value={row.value}
        onChange={(value) => onChange(onValue({ ...row, value }))}
      />
      <ResolvedLine resolved={resolveField(row.value, scope)} />
    </>
  );
}

function same(pair: Pair): Pair {
  return pair;
}
