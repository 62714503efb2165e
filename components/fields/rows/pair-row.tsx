import { useFieldData } from "@/components/fields/field-data";
import { resolveField } from "@/components/fields/resolve-field";
import { ResolvedLine } from "@/components/fields/resolved-line";
import type { RowSlot } from "@/components/fields/rows/row-list";
import { TemplateBox } from "@/components/fields/template-box";

export type Pair = { name: string; value: string };

type PairRowProps = {
  slot: RowSlot<Pair>;
  noun: string;
  namePlaceholder: string;
  valuePlaceholder: string;
  /** What else changes when the value does. */
  onValue?: (pair: Pair) => Pair;
};

/** A name and its value, with what that comes to now. */
export function PairRow({ slot, noun, namePlaceholder, valuePlaceholder, onValue = same }: PairRowProps) {
  const { row, number, id, onChange, actions } = slot;
  const { scope } = useFieldData();
  return (
    <>
      <div className="flex items-center gap-1.5">
        <input
          className="box-input font-mono text-[0.8125rem]"
          aria-label={`Name of ${noun} ${number}`}
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
        label={`Value of ${noun} ${number}`}
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
