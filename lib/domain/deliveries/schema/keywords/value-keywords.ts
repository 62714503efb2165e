import { isLosslessNumber } from "lossless-json";
import { canonicalText } from "@/lib/domain/deliveries/schema/canonical-text";
import {
  compareExact,
  type ExactNumber,
  exactNumber,
  isMultiple,
  isWhole,
} from "@/lib/domain/deliveries/schema/exact-number";
import { counted, countKeyword, isTextList, type Keyword } from "@/lib/domain/deliveries/schema/keyword";
import { type Check, NONE, problemAt, spend } from "@/lib/domain/deliveries/schema/schema-node";
import type { Json } from "@/lib/domain/json/json";
import { writeJson } from "@/lib/domain/json/write-json";

/** What is asked of a value as such, and of numbers and text. */
export const valueKeywords: readonly Keyword[] = [
  { name: "type", read: (definition, { complain }) => readType(definition) ?? complain(`must be among ${TYPE_LIST}`) },
  { name: "const", read: (definition) => oneOf([definition]) },
  {
    name: "enum",
    read: (definition, { complain }) => (Array.isArray(definition) ? oneOf(definition) : complain("must be a list")),
  },
  bound("minimum", "at least", (sign) => sign >= 0),
  bound("maximum", "at most", (sign) => sign <= 0),
  bound("exclusiveMinimum", "more than", (sign) => sign > 0),
  bound("exclusiveMaximum", "less than", (sign) => sign < 0),
  {
    name: "multipleOf",
    read: (definition, { complain }) => {
      const step = exactNumber(definition);
      if (!step || step.isNegative || step.digits === "0") return complain("must be a number above 0");
      return numberCheck((number) => isMultiple(number, step), `must be a multiple of ${String(definition)}`);
    },
  },
  countKeyword("minLength", (count) =>
    lengthCheck((length) => length >= count, `at least ${counted(count, "character")}`),
  ),
  countKeyword("maxLength", (count) =>
    lengthCheck((length) => length <= count, `at most ${counted(count, "character")}`),
  ),
  {
    name: "pattern",
    read: (definition, { pattern, complain }) => {
      if (typeof definition !== "string") return complain("must be text");
      const compiled = pattern(definition);
      if (!compiled) return undefined;
      return (visit) => {
        if (typeof visit.value !== "string") return NONE;
        if (compiled(visit.value, visit.run) || visit.run.stepsLeft < 0) return NONE;
        return problemAt(visit, `must match the pattern ${cut(definition)}`);
      };
    },
  },
];

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === "boolean",
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value) && !isLosslessNumber(value),
  array: Array.isArray,
  number: (value) => typeof value === "number" || isLosslessNumber(value),
  integer: (value) => {
    const number = exactNumber(value);
    return number !== undefined && isWhole(number);
  },
  string: (value) => typeof value === "string",
};

const TYPE_LIST = Object.keys(TYPES).join(", ");

/** As people say it. */
const NOUNS: Readonly<Record<string, string>> = {
  null: "null",
  boolean: "true or false",
  object: "an object",
  array: "a list",
  number: "a number",
  integer: "a whole number",
  string: "text",
};

function readType(definition: Json): Check | undefined {
  const names = typeof definition === "string" ? [definition] : definition;
  if (!isTextList(names) || names.length === 0 || !names.every((name) => Object.hasOwn(TYPES, name))) return undefined;
  const wanted = names.map((name) => NOUNS[name] ?? name).join(" or ");
  return (visit) => {
    if (names.some((name) => TYPES[name]?.(visit.value))) return NONE;
    const found = Object.keys(TYPES).find((name) => TYPES[name]?.(visit.value)) ?? "null";
    return problemAt(visit, `must be ${wanted}, and was ${NOUNS[found] ?? found}`);
  };
}

const SHOWN_MAX = 5;

function oneOf(allowed: Json[]): Check {
  const texts = new Set(allowed.map(canonicalText));
  const shown = allowed.slice(0, SHOWN_MAX).map((value) => cut(writeJson(value)));
  const list = shown.join(", ") + (allowed.length > SHOWN_MAX ? ", …" : "");
  const predicate = allowed.length === 1 ? `must be ${list}` : `must be one of ${list}`;
  return (visit) => {
    const text = canonicalText(visit.value);
    spend(visit.run, text.length);
    return texts.has(text) ? NONE : problemAt(visit, predicate);
  };
}

function bound(name: string, words: string, holds: (sign: number) => boolean): Keyword {
  return {
    name,
    read: (definition, { complain }) => {
      const limit = exactNumber(definition);
      if (!limit) return complain("must be a number");
      return numberCheck((number) => holds(compareExact(number, limit)), `must be ${words} ${String(definition)}`);
    },
  };
}

/** Of anything but a number nothing is asked. */
function numberCheck(holds: (number: ExactNumber) => boolean, predicate: string): Check {
  return (visit) => {
    const number = exactNumber(visit.value);
    if (!number) return NONE;
    spend(visit.run, number.digits.length);
    return holds(number) ? NONE : problemAt(visit, predicate);
  };
}

/** Characters count, not the two halves that JavaScript makes of some. */
function lengthCheck(holds: (length: number) => boolean, words: string): Check {
  return (visit) => {
    if (typeof visit.value !== "string") return NONE;
    spend(visit.run, visit.value.length / 16);
    const pairs = visit.value.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
    return holds(visit.value.length - pairs) ? NONE : problemAt(visit, `must have ${words}`);
  };
}

function cut(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
