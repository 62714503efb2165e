import { asList, asRecord, asText } from "@/components/fields/field-props";

export const INPUT_TYPES = [
  { value: "text", label: "Text" },
  { value: "number", label: "Number" },
  { value: "switch", label: "Yes or no" },
] as const;

/** Something that somebody is asked for. Later steps find it by its key. */
export type InputRow = { key: string; label: string; type: (typeof INPUT_TYPES)[number]["value"]; isRequired: boolean };

/** A draft may hold anything; what is no input is shown as one to fill in. */
export function readInputs(value: unknown): InputRow[] {
  return asList(value).map((item) => {
    const { key, label, type, isRequired } = asRecord(item);
    const known = INPUT_TYPES.find((choice) => choice.value === type)?.value;
    return { key: asText(key), label: asText(label), type: known ?? "text", isRequired: isRequired === true };
  });
}

/** The input with another label. Its key follows as long as nobody has given it one of its own. */
export function relabelled(row: InputRow, label: string): InputRow {
  const follows = row.key === "" || row.key === keyOf(row.label);
  return { ...row, label, key: follows ? keyOf(label) : row.key };
}

/** A label as a template can name it: `first_name`. */
export function keyOf(label: string): string {
  const plain = label.normalize("NFKD").replaceAll(/\p{M}/gu, "").replaceAll("ß", "ss").toLowerCase();
  const key = plain.replaceAll(/[^a-z0-9]+/g, "_").replaceAll(/^_+|_+$/g, "");
  return /^\d/.test(key) ? `_${key}` : key.slice(0, 60);
}
