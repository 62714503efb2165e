import { expect, test } from "vitest";
import { conditionProblems } from "@/lib/domain/conditions/condition-problems";

const value = "{{ trigger.body.a }}";

test.each<[operator: string, expected: unknown]>([
  ["exists", undefined],
  ["equals", ""],
  ["equals", "{{ trigger.body.b }}"],
  ["one-of", ["a", "b"]],
  ["greater-than", 100],
  ["greater-than", "100"],
  ["greater-than", "{{ steps.ask.body.limit }}"],
  ["before", "2026-03-04"],
  ["matches", "^a{2}$"],
])("%s %j makes sense", (operator, expected) => {
  expect(conditionProblems({ value, operator, expected })).toEqual([]);
});

test.each<[operator: string, expected: unknown, problem: string]>([
  ["resembles", "x", "There is no comparison called “resembles”."],
  ["equals", undefined, "“is” needs something to compare with."],
  ["contains", "", "“contains” needs something to compare with."],
  ["greater-than", "many", "“many” is not a number."],
  ["before", "tomorrow", "Write the date as 2026-03-04 or 2026-03-04T09:30:00Z."],
  ["matches", "(", "The pattern is not a valid regular expression."],
  ["matches", "a".repeat(1_001), "The pattern is longer than 1000 characters."],
  ["equals", "{{ x | nope }}", "There is no filter called “nope”."],
])("%s %.20j does not", (operator, expected, problem) => {
  expect(conditionProblems({ value, operator, expected })).toEqual([problem]);
});

test("the field to look at has to be there, and to be readable", () => {
  expect(conditionProblems({ value: " ", operator: "exists" })).toEqual(["Choose the field to look at."]);
  expect(conditionProblems({ value: "{{ a", operator: "exists" })).toEqual([
    "A placeholder is not closed: “}}” is missing.",
  ]);
});
