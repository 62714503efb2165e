import { z } from "zod";

/** How a field is drawn. `template` fields take placeholders, and show what they come to; `text` is taken as it is. */
export type Widget =
  | "text"
  | "long-text"
  | "template"
  | "long-template"
  | "select"
  | "number"
  | "switch"
  | "endpoint"
  | "event-types"
  | "conditions"
  | "header-list"
  | "connection"
  | "secret"
  | "mapping"
  | "texts"
  | "cases"
  | "workflow"
  | "duration"
  | "code"
  | "cron"
  | "input-fields";

export type Choice = { value: string; label: string };

/** One line of a form, read out of a node's schema. */
export type Field = {
  key: string;
  label: string;
  widget: Widget;
  isRequired: boolean;
  help?: string;
  placeholder?: string;
  choices?: Choice[];
  default?: unknown;
};

/** What a schema cannot say about a property of a form. */
type FieldDescription = {
  label: string;
  widget: Widget;
  help?: string;
  placeholder?: string;
  choices?: Choice[];
};

const descriptions = z.registry<FieldDescription>();

/** Says beside a property how a form shows it. */
export function field<Schema extends z.ZodType>(schema: Schema, description: FieldDescription): Schema {
  // Not `schema.register`: a fresh copy lets one schema serve two fields.
  const copy = schema.clone();
  descriptions.add(copy, description);
  return copy;
}

/** Reads a form out of a schema: every property, in the order written. Throws for a property without a description. */
export function fieldsOf(schema: z.ZodObject): Field[] {
  return Object.entries(schema.shape).map(([key, property]) => {
    const description = descriptions.get(property);
    if (!description) throw new Error(`The property “${key}” has no field description.`);
    const absent = property.safeParse(undefined);
    return {
      key,
      ...description,
      isRequired: !absent.success,
      ...(absent.success && absent.data !== undefined ? { default: absent.data } : {}),
    };
  });
}
