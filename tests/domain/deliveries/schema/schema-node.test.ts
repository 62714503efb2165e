import { LosslessNumber } from "lossless-json";
import { describe, expect, test } from "vitest";
import {
  applyHere,
  applyNode,
  applyToItem,
  applyToKey,
  isObject,
  keyPath,
  problemAt,
  type Run,
  type SchemaNode,
  spend,
} from "@/lib/domain/deliveries/schema/schema-node";

const freshRun = (stepsLeft = 100): Run => ({ stepsLeft, depth: 0, isEndless: false });
const visitOf = (value: unknown, run = freshRun()) => ({
  value,
  path: "",
  run,
  seen: { keys: new Set<string>(), items: new Set<number>() },
});
const failing: SchemaNode = { checks: [(visit) => problemAt(visit, "is wrong")] };

test.each([
  ["", "a", "a"],
  ["a", "b", "a.b"],
  ["a", "first name", 'a["first name"]'],
  ["", 'say "hi"', '["say \\"hi\\""]'],
])("within “%s”, the key “%s” is at %s", (path, key, whole) => {
  expect(keyPath(path, key)).toBe(whole);
});

test("a number that keeps its text is no object", () => {
  expect([{}, [], null, new LosslessNumber("1"), "a"].map(isObject)).toEqual([true, false, false, false, false]);
});

test("a problem within a value names its place", () => {
  expect(applyToKey(failing, visitOf({ a: 1 }), "a")).toEqual([{ path: "a", message: "a is wrong." }]);
  expect(applyToItem(failing, visitOf([1]), 0)).toEqual([{ path: "[0]", message: "[0] is wrong." }]);
  expect(applyHere(failing, visitOf(1))).toEqual([{ path: "", message: "The body is wrong." }]);
});

test("what a part has seen counts for the whole where nothing is wrong", () => {
  const seeing: SchemaNode = { checks: [(visit) => applyToKey({ checks: [] }, visit, "a")] };
  const [fine, wrong] = [visitOf({ a: 1 }), visitOf({ a: 1 })];
  applyHere(seeing, fine);
  applyHere({ checks: [...seeing.checks, ...failing.checks] }, wrong);
  expect([[...fine.seen.keys], [...wrong.seen.keys]]).toEqual([["a"], []]);
});

describe("a run ends", () => {
  test("when its steps are used up", () => {
    const run = freshRun(1);
    expect(applyNode(failing, { value: 1, path: "", run }).problems).toHaveLength(1);
    expect(applyNode(failing, { value: 1, path: "", run }).problems).toHaveLength(0);
    expect(run.stepsLeft).toBeLessThan(0);
  });

  test("sooner where a keyword looks at much", () => {
    const run = freshRun(10);
    spend(run, 320);
    expect(run.stepsLeft).toBe(-10);
  });

  test("when a schema leads to itself", () => {
    const node: SchemaNode = { checks: [] };
    node.checks.push((visit) => applyHere(node, visit));
    const run = freshRun(100_000);
    applyNode(node, { value: 1, path: "", run });
    expect(run.isEndless).toBe(true);
  });
});
