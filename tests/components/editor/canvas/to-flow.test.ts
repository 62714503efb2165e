import { expect, test } from "vitest";
import { edgeId, toFlowEdges, toFlowNodes } from "@/components/editor/canvas/to-flow";
import { changeNode } from "@/lib/domain/workflow/edit/change-node";
import { Graph } from "@/lib/domain/workflow/graph";

const graph = Graph.parse({
  nodes: [
    { id: "ring", type: "webhook" },
    { id: "main", type: "filter", position: { x: 336, y: 0 } },
  ],
  edges: [{ from: "ring", port: "out", to: "main" }],
});

test("each node has its ways in and out as handles, named as in the drawing; a trigger has no way in", () => {
  const [ring, main] = toFlowNodes(graph, new Set(["main"]), new Map());
  expect(ring?.handles?.map(({ id }) => id)).toEqual(["out"]);
  expect(main?.handles?.map(({ id }) => id)).toEqual(["in", "pass", "fail"]);
  expect([ring?.selected, main?.selected]).toEqual([false, true]);
});

test("a node that did not change is the same object, so that it is not drawn again", () => {
  const cache = new Map();
  const before = toFlowNodes(graph, new Set(), cache);
  const after = toFlowNodes(changeNode(graph, "main", { name: "Only main" }), new Set(), cache);
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
});

test("a line leaves by its port, and its id says what it joins", () => {
  const [line] = toFlowEdges(graph.edges, new Set(["ring:out:main"]));
  expect(line).toMatchObject({
    source: "ring",
    sourceHandle: "out",
    target: "main",
    targetHandle: "in",
    selected: true,
  });
  expect(line?.id).toBe(edgeId({ from: "ring", port: "out", to: "main" }));
});
