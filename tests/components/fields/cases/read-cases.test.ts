import { expect, test } from "vitest";
import { freshCase, readCases } from "@/components/fields/cases/read-cases";

const condition = { value: "{{ trigger.body.n }}", operator: "equals", expected: 1 };

test("cases are read as they are saved", () => {
  const cases = [{ id: "case-1a", name: "Urgent", match: "any", conditions: [condition] }];
  expect(readCases(cases)).toEqual(cases);
});

test("whatever else a draft holds is shown as a case to fill in", () => {
  expect(readCases(undefined)).toEqual([]);
  expect(readCases([{}, null])).toEqual([
    { id: "case-1", name: "", match: "all", conditions: [] },
    { id: "case-2", name: "", match: "all", conditions: [] },
  ]);
});

test("a new case has an id of its own, even where one was taken away before, and a name that is free", () => {
  const first = freshCase([]);
  const second = freshCase([first]);
  const afterwards = freshCase([second]);
  expect(new Set([first.id, second.id, afterwards.id]).size).toBe(3);
  expect([first.name, second.name, afterwards.name]).toEqual(["Case 1", "Case 2", "Case 3"]);
  expect(first.id).toMatch(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/);
});
