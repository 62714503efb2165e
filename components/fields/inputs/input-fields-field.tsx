import type { FieldProps } from "@/components/fields/field-props";
import { INPUT_TYPES, type InputRow, readInputs, relabelled } from "@/components/fields/inputs/input-rows";
import { RowList } from "@/components/fields/rows/row-list";
import { SelectBox } from "@/components/fields/select-box";

const FRESH: InputRow = { key: "", label: "", type: "text", isRequired: true };

/** What somebody is asked for: the question, its kind, and the name under which steps find the answer. */
export function InputFieldsField({ field, value, onChange, problem }: FieldProps) {
  return (
    <RowList
      label={field.label}
      help={field.help}
      problem={problem}
      noun="field"
      rows={readInputs(value)}
      onChange={onChange}
      fresh={() => FRESH}
      canMove
    >
      {({ row, number, onChange: change, actions }) => (
        <>
          <div className="flex items-center gap-1.5">
            <input
              className="box-input font-medium"
              aria-label={`Label of field ${number}`}
              placeholder="Your name"
              maxLength={200}
              autoComplete="off"
              value={row.label}
              onChange={(event) => change(relabelled(row, event.target.value))}
            />
            {actions}
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)_7.5rem] gap-1.5">
            <input
              className="box-input font-mono text-[0.8125rem]"
              aria-label={`Key of field ${number}`}
              placeholder="your_name"
              maxLength={100}
              spellCheck={false}
              autoComplete="off"
              value={row.key}
              onChange={(event) => change({ ...row, key: event.target.value })}
            />
            <SelectBox
              aria-label={`Kind of field ${number}`}
              value={row.type}
              onChange={(type) =>
                change({ ...row, type: INPUT_TYPES.find((kind) => kind.value === type)?.value ?? "text" })
              }
              choices={INPUT_TYPES}
            />
          </div>
          <label className="flex w-fit items-center gap-2 px-1 py-0.5 text-sm">
            <input
              type="checkbox"
              checked={row.isRequired}
              onChange={(event) => change({ ...row, isRequired: event.target.checked })}
              className="size-4 accent-brass"
            />
            Has to be filled in
          </label>
        </>
      )}
    </RowList>
  );
}
