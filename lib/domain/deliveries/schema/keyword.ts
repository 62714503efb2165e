import { isLosslessNumber } from "lossless-json";
import type { Check, JsonObject, SchemaNode } from "@/lib/domain/deliveries/schema/schema-node";
import type { SchemaPattern } from "@/lib/domain/deliveries/schema/schema-pattern";
import type { Json } from "@/lib/domain/json/json";

/** What a keyword's definition is read with. */
export type Reading = {
  /** The schema that the keyword is in. */
  schema: JsonObject;
  isDraft7: boolean;
  /** A schema within this one. */
  child: (definition: Json) => SchemaNode;
  /** The schema that a reference leads to. */
  follow: (reference: string) => SchemaNode;
  pattern: (source: string) => SchemaPattern | undefined;
  /** Says what is wrong with the schema, after the keyword's name: “must be a number”. */
  complain: (predicate: string) => undefined;
};

/** One keyword of JSON Schema. Its reader gives undefined where there is nothing to check, or after a complaint. */
export type Keyword = {
  name: string;
  read: (definition: Json, reading: Reading) => Check | undefined;
};

/** A keyword whose definition is a number of things. */
export function countKeyword(name: string, checkFor: (count: number) => Check): Keyword {
  return {
    name,
    read: (definition, { complain }) => {
      const count = readCount(definition);
      return count === undefined ? complain("must be a whole number, and not below 0") : checkFor(count);
    },
  };
}

/** `2.0` counts as 2. */
export function readCount(definition: Json | undefined): number | undefined {
  if (typeof definition !== "number" && !isLosslessNumber(definition)) return undefined;
  const count = Number(String(definition));
  return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

export function isTextList(definition: Json): definition is string[] {
  return Array.isArray(definition) && definition.every((item) => typeof item === "string");
}

/** “1 item”, “2 items”. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
