import { type CompiledSchema, compileSchema } from "@/lib/domain/deliveries/schema/compile-schema";
import { parseJson } from "@/lib/domain/json/parse-json";

/** What somebody has typed where a schema goes. */
export type SchemaText =
  | { kind: "none" }
  | { kind: "schema"; schema: unknown; validate: Extract<CompiledSchema, { ok: true }>["validate"] }
  | { kind: "broken"; message: string };

/** Reads a schema as the door will, or says in a sentence why it cannot be used. */
export function readSchemaText(text: string): SchemaText {
  if (text.trim() === "") return { kind: "none" };
  const parsed = parseJson(text);
  if (!parsed.ok) return { kind: "broken", message: parsed.message };
  const schema: unknown = JSON.parse(text);
  // Blanks between its words do not count as part of its size.
  const compiled = compileSchema(JSON.stringify(schema));
  return compiled.ok
    ? { kind: "schema", schema, validate: compiled.validate }
    : { kind: "broken", message: compiled.message };
}

/** A schema as people read it. */
export function writeSchemaText(schema: unknown): string {
  return schema === undefined ? "" : JSON.stringify(schema, null, 2);
}
