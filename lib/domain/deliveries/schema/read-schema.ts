import type { Keyword, Reading } from "@/lib/domain/deliveries/schema/keyword";
import { arrayKeywords, unevaluatedItems } from "@/lib/domain/deliveries/schema/keywords/array-keywords";
import { combiningKeywords } from "@/lib/domain/deliveries/schema/keywords/combining-keywords";
import { objectKeywords, unevaluatedProperties } from "@/lib/domain/deliveries/schema/keywords/object-keywords";
import { valueKeywords } from "@/lib/domain/deliveries/schema/keywords/value-keywords";
import { followReference, indexSchema, type SchemaIndex } from "@/lib/domain/deliveries/schema/schema-index";
import { isObject, type JsonObject, problemAt, type SchemaNode } from "@/lib/domain/deliveries/schema/schema-node";
import { compileSchemaPattern, type SchemaPattern } from "@/lib/domain/deliveries/schema/schema-pattern";
import type { Json } from "@/lib/domain/json/json";

export type ReadSchema = { ok: true; root: SchemaNode } | { ok: false; message: string };

/** In the order in which they are asked. Draft 7 knows nothing of the last two. */
const KEYWORDS: readonly Keyword[] = [...valueKeywords, ...objectKeywords, ...arrayKeywords, ...combiningKeywords];
const LAST: readonly Keyword[] = [unevaluatedProperties, unevaluatedItems];

const DRAFTS: ReadonlyMap<string, "7" | "2020"> = new Map([
  ["http://json-schema.org/draft-07/schema", "7"],
  ["https://json-schema.org/draft-07/schema", "7"],
  ["https://json-schema.org/draft/2019-09/schema", "2020"],
  ["https://json-schema.org/draft/2020-12/schema", "2020"],
]);

const PATTERNS_MAX = 200;

type Reader = {
  index: SchemaIndex;
  isDraft7: boolean;
  nodes: Map<JsonObject, SchemaNode>;
  patterns: Map<string, SchemaPattern | undefined>;
  complaints: string[];
};

/** Makes a schema's keywords ready to be asked, or says what is wrong with the first that cannot be. Without `$schema` it is 2020-12. */
export function readSchema(schema: Json): ReadSchema {
  const draft = draftOf(schema);
  if (draft === undefined) return { ok: false, message: "its $schema is neither draft 7 nor 2020-12" };
  const isDraft7 = draft === "7";
  const index = indexSchema(schema, isDraft7);
  const reader: Reader = { index, isDraft7, nodes: new Map(), patterns: new Map(), complaints: [] };
  const root = readNode(reader, schema);
  const [complaint] = reader.complaints;
  return complaint === undefined ? { ok: true, root } : { ok: false, message: complaint };
}

function draftOf(schema: Json): "7" | "2020" | undefined {
  const named = isObject(schema) ? schema["$schema"] : undefined;
  if (named === undefined) return "2020";
  return typeof named === "string" ? DRAFTS.get(named.replace(/#$/, "")) : undefined;
}

const ANYTHING: SchemaNode = { checks: [] };
const NOTHING: SchemaNode = { checks: [(visit) => problemAt(visit, "is not allowed")] };

function readNode(reader: Reader, schema: Json): SchemaNode {
  if (schema === true) return ANYTHING;
  if (schema === false) return NOTHING;
  if (!isObject(schema)) {
    reader.complaints.push("a schema in it is neither an object nor true or false");
    return NOTHING;
  }
  const known = reader.nodes.get(schema);
  if (known) return known;
  const node: SchemaNode = { checks: [] };
  // It is there before its checks, for a schema that refers to itself.
  reader.nodes.set(schema, node);
  for (const keyword of keywordsFor(reader, schema)) {
    const definition = schema[keyword.name];
    const check =
      definition === undefined ? undefined : keyword.read(definition, readingOf(reader, schema, keyword.name));
    if (check) node.checks.push(check);
  }
  return node;
}

function keywordsFor({ isDraft7, complaints }: Reader, schema: JsonObject): readonly Keyword[] {
  const unknown = ["$dynamicRef", "$recursiveRef"].find((name) => schema[name] !== undefined);
  if (unknown && !isDraft7) complaints.push(`it uses ${unknown}, which is not supported`);
  // In draft 7 nothing beside a reference counts.
  if (isDraft7 && schema["$ref"] !== undefined) return KEYWORDS.filter(({ name }) => name === "$ref");
  return isDraft7 ? KEYWORDS : [...KEYWORDS, ...LAST];
}

function readingOf(reader: Reader, schema: JsonObject, keyword: string): Reading {
  const complain = (predicate: string): undefined => {
    reader.complaints.push(`its “${keyword}” ${predicate}`);
    return undefined;
  };
  return {
    schema,
    isDraft7: reader.isDraft7,
    complain,
    child: (definition) => readNode(reader, definition),
    follow: (reference) => {
      const target = followReference(reader.index, schema, reference);
      if (target !== undefined) return readNode(reader, target);
      complain(`leads to ${reference.slice(0, 100)}, which is not in it`);
      return NOTHING;
    },
    pattern: (source) => {
      const known = reader.patterns.get(source);
      const pattern = known ?? compileSchemaPattern(source);
      reader.patterns.set(source, pattern);
      if (reader.patterns.size > PATTERNS_MAX) complain(`is one of more than ${PATTERNS_MAX} patterns`);
      else if (!pattern)
        complain(
          `has the pattern ${source.slice(0, 100)}, which cannot be used: look-around and back-references are not supported`,
        );
      return pattern;
    },
  };
}
