import { isObject, type JsonObject } from "@/lib/domain/deliveries/schema/schema-node";
import type { Json } from "@/lib/domain/json/json";

/** Where the schemas of a document are, so that references find them. It never looks anywhere else. */
export type SchemaIndex = {
  /** By their whole URI, without a fragment or with an anchor's name as one. */
  byUri: Map<string, Json>;
  /** What references within a schema start from. */
  baseOf: Map<JsonObject, string>;
};

/** What the document itself is called. No reference leads there from outside. */
const ROOT = "https://schema.invalid/";

/** Which keywords hold a schema, a list of schemas, or an object of schemas. */
const SINGLE = words(`additionalItems additionalProperties contains contentSchema else if items not propertyNames then
  unevaluatedItems unevaluatedProperties`);
const LISTS = words("allOf anyOf items oneOf prefixItems");
const GROUPS = words("$defs definitions dependencies dependentSchemas patternProperties properties");

function words(text: string): Set<string> {
  return new Set(text.split(/\s+/));
}

export function indexSchema(root: Json, isDraft7: boolean): SchemaIndex {
  const index: SchemaIndex = { byUri: new Map([[ROOT, root]]), baseOf: new Map() };
  addSchema(index, root, { base: ROOT, isDraft7 });
  return index;
}

/** The schema that a reference means; undefined when it is not in the document. */
export function followReference(index: SchemaIndex, from: JsonObject, reference: string): Json | undefined {
  const [uri = "", fragment = ""] = resolve(reference, index.baseOf.get(from) ?? ROOT)?.split("#") ?? [];
  if (fragment !== "" && !fragment.startsWith("/")) return index.byUri.get(`${uri}#${fragment}`);
  let found = index.byUri.get(uri);
  for (const part of fragment.split("/").slice(1)) {
    const key = decodePart(part);
    if (Array.isArray(found) && /^\d+$/.test(key)) found = found[Number(key)];
    else found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  return found;
}

type Around = { base: string; isDraft7: boolean };

function addSchema(index: SchemaIndex, schema: Json, around: Around): void {
  if (!isObject(schema)) return;
  const base = addNames(index, schema, around);
  index.baseOf.set(schema, base);
  const inside = { ...around, base };
  for (const child of childrenOf(schema)) addSchema(index, child, inside);
}

function childrenOf(schema: JsonObject): Json[] {
  return Object.entries(schema).flatMap(([key, definition]) => {
    if (LISTS.has(key) && Array.isArray(definition)) return definition;
    if (GROUPS.has(key) && isObject(definition)) return Object.values(definition);
    return SINGLE.has(key) ? [definition] : [];
  });
}

/** Notes what a schema is called, and gives the base of what is in it. In draft 7 nothing beside a reference counts. */
function addNames(index: SchemaIndex, schema: JsonObject, { base, isDraft7 }: Around): string {
  const id = isDraft7 && schema["$ref"] !== undefined ? undefined : schema["$id"];
  const uri = typeof id === "string" ? (resolve(id, base) ?? base) : base;
  const [own = "", fragment = ""] = uri.split("#");
  if (typeof id === "string") index.byUri.set(fragment === "" ? own : `${own}#${fragment}`, schema);
  for (const key of isDraft7 ? [] : ["$anchor", "$dynamicAnchor"]) {
    const anchor = schema[key];
    if (typeof anchor === "string") index.byUri.set(`${own}#${anchor}`, schema);
  }
  return own;
}

function resolve(reference: string, base: string): string | undefined {
  try {
    return new URL(reference, base).href;
  } catch {
    return undefined;
  }
}

/** A part of a JSON pointer that stood in a URI. */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~");
  } catch {
    return part;
  }
}
