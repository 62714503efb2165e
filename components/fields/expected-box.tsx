import { readNumber } from "@/components/fields/number-field";
import { TemplateBox } from "@/components/fields/template-box";
import type { Operator } from "@/lib/domain/conditions/operators";

const PLACEHOLDERS: Partial<Record<Operator["takes"], string>> = {
  text: "high",
  number: "100",
  date: "2026-03-04T09:30:00Z",
  list: "high, urgent",
};

type ExpectedBoxProps = {
  id: string;
  label: string;
  takes: Operator["takes"];
  value: unknown;
  onChange: (value: unknown) => void;
};

/** What a condition compares with, as its operator takes it. */
export function ExpectedBox({ id, label, takes, value, onChange }: ExpectedBoxProps) {
  const text = Array.isArray(value) ? value.join(", ") : value === undefined || value === null ? "" : String(value);
  if (takes === "nothing") return null;
  if (takes === "regex") {
    return (
      <input
        id={id}
        aria-label={label}
        className="box-input font-mono text-[0.8125rem]"
        spellCheck={false}
        placeholder="^refs/tags/v\d+"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  return (
    <TemplateBox
      id={id}
      label={label}
      placeholder={PLACEHOLDERS[takes]}
      value={text}
      onChange={(next) => onChange(takes === "number" ? readNumber(next) : next)}
    />
  );
}
