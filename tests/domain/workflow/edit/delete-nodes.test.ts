import { expect, test } from "vitest";
import { deleteNodes } from "@/lib/domain/workflow/edit/delete-nodes";
import { drawing } from "@/tests/domain/workflow/edit/a-drawing";

test("the lines of a deleted node go with it", () => {
  expect(deleteNodes(drawing, ["urgent"], { reconnect: false }).edges).toEqual([]);
});

test("what led to it leads on to what followed, when asked for", () => {
  expect(deleteNodes(drawing, ["urgent"], { reconnect: true }).edges).toEqual([
    { from: "ring", port: "out", to: "tell" },
  ]);
});

test("a node that branches is not bridged: nobody knows which way was meant", () => {
  const branching = { ...drawing, edges: [...drawing.edges, { from: "urgent", port: "fail", to: "tell" }] };
  expect(deleteNodes(branching, ["urgent"], { reconnect: true }).edges).toEqual([]);
});

test("a bridge that is there already is not drawn twice", () => {
  const direct = { from: "ring", port: "out", to: "tell" };
  const graph = { ...drawing, edges: [...drawing.edges, direct] };
  expect(deleteNodes(graph, ["urgent"], { reconnect: true }).edges).toEqual([direct]);
});

test("deleting what is not there changes nothing", () => {
  expect(deleteNodes(drawing, ["gone"], { reconnect: true })).toBe(drawing);
});

test("how the workflow runs stays when a node goes", () => {
  const settings = { concurrency: { limit: 1 } };
  expect(deleteNodes({ ...drawing, settings }, ["urgent"], { reconnect: true }).settings).toEqual(settings);
});
