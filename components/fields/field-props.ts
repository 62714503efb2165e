import type { Field } from "@/lib/domain/forms/field";

/** What every field gets: its description, its value as it is saved, and what is wrong with it. */
export type FieldProps = {
  field: Field;
  value: unknown;
  onChange: (value: unknown) => void;
  problem?: string | undefined;
};

export function asText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
