import { expect, test } from "vitest";
import { Conditions } from "@/lib/domain/conditions/condition";

test("nothing said means all of no conditions", () => {
  expect(Conditions.parse({})).toEqual({ match: "all", conditions: [] });
});

test("more than 50 conditions, and fields that there are not, are refused", () => {
  const condition = { value: "{{ trigger.body.a }}", operator: "exists" };
  expect(Conditions.safeParse({ conditions: Array(50).fill(condition) }).success).toBe(true);
  expect(Conditions.safeParse({ conditions: Array(51).fill(condition) }).success).toBe(false);
  expect(Conditions.safeParse({ conditions: [{ ...condition, colour: "red" }] }).success).toBe(false);
});
