import fc from "fast-check";
import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import type { Conditions } from "@/lib/domain/conditions/condition";
import { evaluateConditions } from "@/lib/domain/conditions/evaluate";
import { operators } from "@/lib/domain/conditions/operators";
import { deepFreeze } from "../../support/deep-freeze";

const scope = {
  trigger: {
    body: {
      priority: "high",
      amount: 250,
      id: new LosslessNumber("12345678901234567890"),
      long: "x".repeat(10_000),
      list: [1, 2],
    },
  },
  steps: { ask: { limit: "100" } },
};

const high = { value: "{{ trigger.body.priority }}", operator: "equals", expected: "high" };
const more = { value: "{{ trigger.body.amount }}", operator: "greater-than", expected: "{{ steps.ask.limit }}" };
const never = { value: "{{ trigger.body.priority }}", operator: "equals", expected: "low" };

const passes = (match: Conditions["match"], ...conditions: Conditions["conditions"]) =>
  evaluateConditions({ match, conditions }, scope).passed;

test("all have to pass, or any", () => {
  expect(passes("all", high, more)).toBe(true);
  expect(passes("all", high, never)).toBe(false);
  expect(passes("any", high, never)).toBe(true);
  expect(passes("any", never)).toBe(false);
});

test("no conditions at all pass", () => {
  expect(passes("all")).toBe(true);
  expect(passes("any")).toBe(true);
});

test("each clause tells what was expected and what was found", () => {
  expect(
    evaluateConditions(
      { match: "any", conditions: [high, more, { value: "{{ trigger.body.none }}", operator: "exists" }] },
      scope,
    ).clauses,
  ).toEqual([
    { ...high, actual: "high", passed: true },
    { ...more, expected: "100", actual: 250, passed: true },
    { value: "{{ trigger.body.none }}", operator: "exists", passed: false },
  ]);
});

test("what a clause tells is plain, and cut at 500 characters", () => {
  const actualOf = (value: string) =>
    evaluateConditions({ match: "all", conditions: [{ value, operator: "exists" }] }, scope).clauses[0]?.actual;
  expect(actualOf("{{ trigger.body.id }}")).toBe("12345678901234567890");
  expect(actualOf("{{ trigger.body.list }}")).toBe("[1,2]");
  expect(actualOf("{{ trigger.body.long }}")).toBe(`${"x".repeat(500)}…`);
  expect(actualOf("{{ trigger.body }}")).toHaveLength(501);
});

test("what cannot be evaluated does not pass, not even turned around", () => {
  const broken = [
    { value: "{{ a", operator: "not-equals", expected: "b" },
    { value: "a", operator: "not-equals", expected: "{{ b | nope }}" },
    { value: "a", operator: "resembles", expected: "b" },
  ];
  for (const clause of evaluateConditions({ match: "all", conditions: broken }, scope).clauses) {
    expect(clause.passed).toBe(false);
    expect(clause.problem).toMatch(/\.$/);
  }
});

test("a pattern is taken as written", () => {
  expect(passes("all", { value: "{{ trigger.body.priority }}", operator: "matches", expected: "^h[a-z]{3}$" })).toBe(
    true,
  );
});

test("whatever the conditions and the data, it answers, and both stay as they were", () => {
  const condition = fc.record({
    value: fc.constantFrom("{{ trigger.v }}", "{{ trigger.v.a[0] }}", "x{{ trigger.v | size }}", "{{"),
    operator: fc.constantFrom(...operators.map(({ id }) => id), "none"),
    expected: fc.oneof(fc.jsonValue(), fc.constantFrom("{{ trigger.v }}", "{%", undefined)),
  });
  const data = fc.oneof(
    fc.jsonValue(),
    fc.anything({ withNullPrototype: true, withSparseArray: true, maxDepth: 3 }),
    fc.constantFrom(new LosslessNumber("1e999999999"), new LosslessNumber("1.10")),
  );
  fc.assert(
    fc.property(fc.array(condition, { maxLength: 4 }), data, (conditions, v) => {
      const scope = deepFreeze({ trigger: { v }, steps: {} });
      const { passed, clauses } = evaluateConditions(deepFreeze({ match: "all", conditions }), scope);
      expect(passed).toBe(clauses.every((clause) => clause.passed));
      for (const { actual = null, expected = null } of clauses) {
        expect([actual, expected].filter((shown) => typeof shown === "object" && shown !== null)).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});
