import { expect, test } from "vitest";
import { switchNode } from "@/lib/catalog/nodes/logic/switch";

const isAbout = (word: string) => ({
  match: "all",
  conditions: [{ value: "{{ trigger.body.about }}", operator: "contains", expected: word }],
});
const cases = [
  { id: "b", name: "Bills", ...isAbout("bill") },
  { id: "a", name: "", ...isAbout("parcel") },
];
const planned = (about: string) => switchNode.plan({ cases }, { trigger: { body: { about } }, steps: {} });

test("the first case that fits is taken; what fits none leaves by else", () => {
  expect(planned("a bill for a parcel")).toMatchObject({ effect: { port: "b", output: { case: "Bills" } } });
  expect(planned("my parcel")).toMatchObject({ effect: { port: "a", output: { case: "a" } } });
  expect(planned("hello")).toMatchObject({ effect: { port: "else", output: { case: null } } });
});

test("the log shows the cases up to the one that was taken", () => {
  expect(planned("a bill").input).toMatchObject({ cases: [{ name: "Bills", passed: true }] });
  expect(planned("hello").input).toMatchObject({ cases: [{ passed: false }, { passed: false }] });
});

const ports = (config: Record<string, unknown>) => switchNode.ports(config).map(({ id, name }) => `${id}: ${name}`);

test("there is a way out for each case in their order, whatever else is unfinished", () => {
  expect(ports({ cases })).toEqual(["b: Bills", "a: Case 2", "else: Otherwise"]);
  expect(ports({ cases: [{ id: "x" }, null, { name: "no id" }, 5, { id: "else" }, { id: "y", name: 7 }] })).toEqual([
    "x: Case 1",
    "y: Case 6",
    "else: Otherwise",
  ]);
  expect(ports({ cases: [{ id: "x", name: "One" }, { id: "y" }, { id: "x", name: "Two" }] })).toEqual([
    "x: One",
    "y: Case 2",
    "else: Otherwise",
  ]);
  for (const unfinished of [{}, { cases: null }, { cases: "x" }, { cases: {} }]) {
    expect(ports(unfinished)).toEqual(["else: Otherwise"]);
  }
});

test("two cases with one id, an id that means something else, and odd conditions are problems", () => {
  const [first] = cases;
  const messages = (broken: unknown) => switchNode.problems({ cases: broken }).map(({ message }) => message);
  expect(messages([first, first])).toEqual(["Two cases share the id “b”. Take one away and add it again."]);
  for (const id of ["else", "fail", "error", "item"]) {
    expect(messages([{ ...first, id }])).toEqual(["A case cannot have this id. Choose another."]);
  }
  expect(messages([{ ...first, conditions: [{ value: "x", operator: "greater-than", expected: "many" }] }])).toEqual([
    "Bills: “many” is not a number.",
  ]);
  expect(messages([])).toEqual(["Add a case."]);
});
