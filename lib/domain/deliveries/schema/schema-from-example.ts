import { isLosslessNumber } from "lossless-json";
import { isObject } from "@/lib/domain/deliveries/schema/schema-node";
import type { Json } from "@/lib/domain/json/json";

/** A JSON Schema as plain data. */
export type SchemaDraft = {
  type?: Kind | Kind[];
  properties?: Record<string, SchemaDraft>;
  required?: string[];
  items?: SchemaDraft;
};

type Kind = "object" | "array" | "string" | "number" | "boolean" | "null";

/** How many levels are described: as many as are seen in practice, and fewer until it is small enough. */
const DEPTHS = [12, 6, 4, 3, 2, 1];
/** Somewhat less than a schema may have. */
const BYTES_MAX = 60_000;

/**
 * A schema that an example follows: types, what has to be there, and lists by what their items have in common. It guesses
 * at nothing else: no fixed values, no formats, no whole numbers, and whatever is null may be anything. An example with
 * very much in it is described less deeply, so that the schema can be used.
 */
export function schemaFromExample(example: Json): SchemaDraft {
  for (const depth of DEPTHS) {
    const schema = describe([example], depth);
    if (bytesOf(schema) <= BYTES_MAX) return schema;
  }
  return describe([example], 0);
}

function bytesOf(schema: SchemaDraft): number {
  return new TextEncoder().encode(JSON.stringify(schema)).length;
}

/** What all the values have in common that are found at one place. */
function describe(values: readonly Json[], depth: number): SchemaDraft {
  const kinds = [...new Set(values.map(kindOf))];
  const [only] = kinds;
  // Null says nothing of what stands there when something does.
  if (only === undefined || (kinds.length === 1 && only === "null")) return {};
  const objects = values.filter(isObject);
  const lists = values.filter((value) => Array.isArray(value));
  return {
    type: kinds.length === 1 ? only : kinds,
    ...(depth > 0 ? describeMembers(objects, depth) : {}),
    ...(depth > 0 ? describeItems(lists.flat(), depth) : {}),
  };
}

function describeMembers(objects: readonly { [key: string]: Json }[], depth: number): SchemaDraft {
  const found = new Map<string, Json[]>();
  for (const [key, value] of objects.flatMap(Object.entries)) {
    const values = found.get(key) ?? [];
    values.push(value);
    found.set(key, values);
  }
  if (found.size === 0) return {};
  const required = [...found].filter(([, values]) => values.length === objects.length).map(([key]) => key);
  const properties = [...found].map(([key, values]) => [key, describe(values, depth - 1)]);
  return { properties: Object.fromEntries(properties), ...(required.length > 0 ? { required } : {}) };
}

function describeItems(items: readonly Json[], depth: number): SchemaDraft {
  return items.length === 0 ? {} : { items: describe(items, depth - 1) };
}

function kindOf(value: Json): Kind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (isLosslessNumber(value) || typeof value === "number") return "number";
  if (typeof value === "string") return "string";
  return typeof value === "boolean" ? "boolean" : "object";
}
