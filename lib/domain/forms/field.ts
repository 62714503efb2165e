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

/** What a schema cannot say about a property of a form. */
type FieldDescription = {
  label: string;
  widget: Widget;
  help?: string;
  placeholder?: string;
  choices?: Choice[];
  /** What one of several is called, as in “Add address”. */
  noun?: string;
  /** It matters only when another setting is one of these, and is shown only then. */
  shownWhen?: { key: string; is: readonly string[] };
  /** False for one that its schema lets be empty, and that a check asks for all the same. */
  isOptional?: boolean;
};

/** One line of a form, read out of a node's schema. `isOptional`: it may be left empty, and says so. */
export type Field = FieldDescription & { key: string; isRequired: boolean; isOptional: boolean; default?: unknown };

const descriptions = z.registry<FieldDescription>();

/** The same in the words of JSON Schema. */
const annotations = z.registry<{ title: string; description?: string }>();

/** Says beside a property how a form shows it. */
export function field<Schema extends z.ZodType>(schema: Schema, description: FieldDescription): Schema {
  // Not `schema.register`: a fresh copy lets one schema serve two fields.
  const copy = schema.clone();
  descriptions.add(copy, description);
  const { label, help } = description;
  annotations.add(copy, { title: label, ...(help && { description: help }) });
  return copy;
}

/** The JSON Schema of what may be entered into a form, with its labels and help. */
export function jsonSchemaOf(schema: z.ZodObject): object {
  return z.toJSONSchema(schema, { io: "input", metadata: annotations });
}

/** Reads a form out of a schema: every property, in the order written. Throws for a property without a description. */
export function fieldsOf(schema: z.ZodObject): Field[] {
  return Object.entries(schema.shape).map(([key, property]) => {
    const description = descriptions.get(property);
    if (!description) throw new Error(`The property “${key}” has no field description.`);
    const absent = property.safeParse(undefined);
    const usual = absent.success ? absent.data : undefined;
    return {
      key,
      isOptional: absent.success && isEmpty(usual),
      ...description,
      isRequired: !absent.success,
      ...(usual === undefined ? {} : { default: usual }),
    };
  });
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Whether a field matters with these settings. */
export function isShown({ shownWhen }: Field, config: Record<string, unknown>, fields: readonly Field[]): boolean {
  if (!shownWhen) return true;
  const usual = fields.find(({ key }) => key === shownWhen.key)?.default;
  return shownWhen.is.includes(String(config[shownWhen.key] ?? usual));
}
