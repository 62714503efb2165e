import { compareNumber, isLosslessNumber } from "lossless-json";
import { isEqual, textOf } from "@/lib/domain/conditions/is-equal";
import { isFound } from "@/lib/domain/conditions/pattern";
import { readDate } from "@/lib/domain/conditions/read-date";
import { numberText } from "@/lib/domain/json/number-text";

/** One way to look at a value. */
export type Operator = {
  id: string;
  /** As it reads between the field and what is expected: “priority *is one of* high, urgent”. */
  label: string;
  /** What is expected, so that the form draws the right field. */
  takes: "text" | "number" | "date" | "nothing" | "list" | "regex";
  /** Never throws. What cannot be compared does not pass. Upper and lower case are different. */
  test: (actual: unknown, expected: unknown) => boolean;
};

/** Every operator, in the order the list shows them. Add yours here. */
export const operators: readonly Operator[] = [
  { id: "equals", label: "is", takes: "text", test: isEqual },
  { id: "not-equals", label: "is not", takes: "text", test: not(isEqual) },
  { id: "contains", label: "contains", takes: "text", test: contains },
  { id: "not-contains", label: "does not contain", takes: "text", test: not(contains) },
  {
    id: "starts-with",
    label: "starts with",
    takes: "text",
    test: (actual, expected) => textOf(actual).startsWith(textOf(expected)),
  },
  {
    id: "ends-with",
    label: "ends with",
    takes: "text",
    test: (actual, expected) => textOf(actual).endsWith(textOf(expected)),
  },
  { id: "one-of", label: "is one of", takes: "list", test: isOneOf },
  { id: "not-one-of", label: "is none of", takes: "list", test: not(isOneOf) },
  { id: "greater-than", label: "is more than", takes: "number", test: numbers((sign) => sign > 0) },
  { id: "greater-or-equal", label: "is at least", takes: "number", test: numbers((sign) => sign >= 0) },
  { id: "less-than", label: "is less than", takes: "number", test: numbers((sign) => sign < 0) },
  { id: "less-or-equal", label: "is at most", takes: "number", test: numbers((sign) => sign <= 0) },
  { id: "before", label: "is before", takes: "date", test: dates((actualMs, expectedMs) => actualMs < expectedMs) },
  { id: "after", label: "is after", takes: "date", test: dates((actualMs, expectedMs) => actualMs > expectedMs) },
  { id: "exists", label: "is there", takes: "nothing", test: exists },
  { id: "not-exists", label: "is not there", takes: "nothing", test: not(exists) },
  { id: "empty", label: "is empty", takes: "nothing", test: isEmpty },
  { id: "not-empty", label: "is not empty", takes: "nothing", test: not(isEmpty) },
  { id: "is-true", label: "is true", takes: "nothing", test: (actual) => TRUE.has(textOf(actual).toLowerCase()) },
  { id: "is-false", label: "is false", takes: "nothing", test: (actual) => FALSE.has(textOf(actual).toLowerCase()) },
  {
    id: "matches",
    label: "matches the pattern",
    takes: "regex",
    test: (actual, expected) => isFound(textOf(expected), textOf(actual)),
  },
];

const TRUE = new Set(["true", "yes", "on", "1"]);
const FALSE = new Set(["false", "no", "off", "0"]);

const byId = new Map(operators.map((operator) => [operator.id, operator]));

/** The operator of a condition; undefined for one that this version does not know. */
export function findOperator(id: string): Operator | undefined {
  return byId.get(id);
}

type Test = Operator["test"];

function not(test: Test): Test {
  return (actual, expected) => !test(actual, expected);
}

/** A list has the item, an object the key, and anything else the text. */
function contains(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(actual)) return actual.some((item) => isEqual(item, expected));
  if (isRecord(actual)) return Object.hasOwn(actual, textOf(expected));
  return textOf(actual).includes(textOf(expected));
}

function isOneOf(actual: unknown, expected: unknown): boolean {
  return listOf(expected).some((item) => isEqual(actual, item));
}

/** A list as it is, or as a person writes it: parted by commas or lines. */
function listOf(expected: unknown): unknown[] {
  if (Array.isArray(expected)) return expected;
  const items = typeof expected === "string" ? expected.split(/[,\n]/).map((item) => item.trim()) : [expected];
  return items.filter((item) => item !== "");
}

/** Numbers compare to the last digit, also when they came as text. */
function numbers(holds: (sign: number) => boolean): Test {
  return (actual, expected) => {
    const left = numberText(actual);
    const right = numberText(expected);
    return left !== undefined && right !== undefined && holds(compareNumber(left, right));
  };
}

function dates(holds: (actualMs: number, expectedMs: number) => boolean): Test {
  return (actual, expected) => {
    const left = readDate(actual);
    const right = readDate(expected);
    return left !== undefined && right !== undefined && holds(left, right);
  };
}

function exists(actual: unknown): boolean {
  return actual !== undefined && actual !== null;
}

/** Nothing, blank text, and lists and objects without anything in them. */
function isEmpty(actual: unknown): boolean {
  if (Array.isArray(actual)) return actual.length === 0;
  return isRecord(actual) ? Object.keys(actual).length === 0 : textOf(actual).trim() === "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isLosslessNumber(value);
}
