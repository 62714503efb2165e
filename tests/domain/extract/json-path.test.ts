import fc from "fast-check";
import { LosslessNumber } from "lossless-json";
import { describe, expect, test } from "vitest";
import { findByJsonPath, jsonPathProblem } from "@/lib/domain/extract/json-path";

const order = {
  id: new LosslessNumber("12345678901234567890"),
  items: [
    { sku: "A-1", price: new LosslessNumber("1.10"), tags: ["red"] },
    { sku: "B-2", price: 20, tags: [] },
    { sku: "B-3", price: 5 },
  ],
  customer: { email: "ann@example.com", note: "two\r\nlines" },
};

const valuesOf = (expression: string, value: unknown = order) => {
  const found = findByJsonPath(value, expression);
  return found.ok ? found.values : found.message;
};

describe("findByJsonPath", () => {
  test.each<[expression: string, values: unknown[]]>([
    ["$.items[0].sku", ["A-1"]],
    ["$.items[-1].sku", ["B-3"]],
    ["$.items[*].sku", ["A-1", "B-2", "B-3"]],
    ["$.items[0:2].sku", ["A-1", "B-2"]],
    ["$..email", ["ann@example.com"]],
    ["$['customer']['email']", ["ann@example.com"]],
    ["$.items[?@.price > 4].sku", ["B-2", "B-3"]],
    ["$.items[?@.price == 1.1].sku", ["A-1"]],
    ["$.items[?@.tags].sku", ["A-1", "B-2"]],
    ["$.items[?length(@.tags) == 1].sku", ["A-1"]],
    ["$.items[?count(@.*) == 2].sku", ["B-3"]],
    ["$.items[?match(@.sku, 'B-.')].sku", ["B-2", "B-3"]],
    ["$.items[?match(@.sku, 'B')].sku", []],
    ["$.items[?search(@.sku, '^B')].sku", ["B-2", "B-3"]],
    ["$.customer[?search(@, 'two..lines')]", []],
    ["$.customer[?search(@, 'two[\\\\r.]')]", ["two\r\nlines"]],
    ["$.items[?search(@.sku, '(')]", []],
    ["$.nothing.at.all", []],
    ["  $.customer.email ", ["ann@example.com"]],
  ])("%s", (expression, values) => expect(valuesOf(expression)).toEqual(values));

  test("what is found stands as it came: numbers keep their text", () => {
    expect(valuesOf("$.id")).toEqual([order.id]);
    expect(valuesOf("$.items[0]")).toEqual([order.items[0]]);
    expect(valuesOf("$", 5)).toEqual([5]);
    expect(valuesOf("$", null)).toEqual([null]);
  });

  test("only what the data holds is found, not what JavaScript adds", () => {
    expect(valuesOf("$.constructor")).toEqual([]);
    expect(valuesOf("$.items.length")).toEqual([]);
    expect(valuesOf("$.customer.email.length")).toEqual([]);
    expect(valuesOf("$['__proto__']")).toEqual([]);
  });

  test("a query that would take for ever ends, and says why", () => {
    const wide = { list: Array.from({ length: 2_000 }, (_, id) => ({ id, next: { id } })) };
    const startedMs = performance.now();
    expect(valuesOf("$.list[?count($..[?@.id == 5]) == 7]", wide)).toBe(
      "The JSONPath takes too long on data of this size.",
    );
    expect(performance.now() - startedMs).toBeLessThan(10_000);
    expect(valuesOf("$..*", { list: Array.from({ length: 20_000 }, (_, id) => id) })).toBe(
      "It finds more than 10,000 values. Look for something narrower.",
    );
  });
});

test.each([
  ["items[0]", 1],
  ["$.items[", 9],
  ["$.items[?@.a = 1]", 14],
])("%s is no JSONPath, and it is told where", (expression, character) => {
  expect(jsonPathProblem(expression)).toBe(
    `This is not a JSONPath: look at character ${character}. One looks like $.items[0].id.`,
  );
});

test("nothing that somebody writes makes it throw, nor change the data", () => {
  const piece = fc.constantFrom(
    ..."$ @ . .. * [ ] ( ) ? ! && || == < a b 'a' \"b\" 0 -1 : , length( match( search( count( value( true null \\ 1e9".split(
      " ",
    ),
    " ",
    "𝕏",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.jsonValue(), (pieces, value) => {
      const before = JSON.stringify(value);
      findByJsonPath(value, `$${pieces.join("")}`);
      findByJsonPath(value, pieces.join(""));
      expect(JSON.stringify(value)).toBe(before);
    }),
    { numRuns: 2_000 },
  );
  expect(jsonPathProblem(`$[?${"(".repeat(1_900)}@${")".repeat(1_900)}]`)).toMatch(/longer than 2000/);
  expect(() => jsonPathProblem(`$[?${"(".repeat(900)}@${")".repeat(900)}]`)).not.toThrow();
});

test("data that must not change can be looked at", () => {
  const frozen = Object.freeze({ list: Object.freeze([Object.freeze({ n: new LosslessNumber("1.0") })]) });
  expect(valuesOf("$.list[?@.n == 1].n", frozen)).toEqual([new LosslessNumber("1.0")]);
});
