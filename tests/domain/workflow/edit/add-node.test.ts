import { expect, test } from "vitest";
import { addAfter, addNode } from "@/lib/domain/workflow/edit/add-node";
import { EMPTY_GRAPH } from "@/lib/domain/workflow/graph";
import { drawing } from "@/tests/domain/workflow/edit/a-drawing";

test("two of a kind get ids and names that tell them apart", () => {
  const first = addNode(EMPTY_GRAPH, { type: "filter", name: "Filter" }, { x: 0, y: 0 });
  const second = addNode(first.graph, { type: "filter", name: "Filter" }, { x: 0, y: 0 });
  expect(second.graph.nodes.map(({ id, name }) => ({ id, name }))).toEqual([
    { id: "filter", name: "Filter" },
    { id: "filter-2", name: "Filter 2" },
  ]);
});

test("what is added after a port is led to from it, and stands to the right", () => {
  const added = addAfter(drawing, { from: "urgent", port: "fail" }, { type: "send", name: "Send" });
  expect(added.graph.edges).toContainEqual({ from: "urgent", port: "fail", to: added.id });
  const node = added.graph.nodes.find(({ id }) => id === added.id);
  expect(node?.position.x).toBe(672);
});

test("after a node that is gone, it is simply added", () => {
  const added = addAfter(EMPTY_GRAPH, { from: "gone", port: "out" }, { type: "send", name: "Send" });
  expect(added.graph.edges).toEqual([]);
  expect(added.graph.nodes).toHaveLength(1);
});
