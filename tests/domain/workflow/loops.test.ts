import { expect, test } from "vitest";
import type { Graph } from "@/lib/domain/workflow/graph";
import { findTrespasses, graphForItem, nodesInLoops } from "@/lib/domain/workflow/loops";

/** ring → each; each.item → a → inner; inner.item → b; inner.done → c; each.done → d. */
const graph: Graph = {
  nodes: ["ring", "each", "a", "inner", "b", "c", "d"].map((id) => ({
    id,
    type: "x",
    name: "",
    position: { x: 0, y: 0 },
    config: {},
  })),
  edges: [
    { from: "ring", port: "out", to: "each" },
    { from: "each", port: "item", to: "a" },
    { from: "a", port: "out", to: "inner" },
    { from: "inner", port: "item", to: "b" },
    { from: "inner", port: "done", to: "c" },
    { from: "each", port: "done", to: "d" },
  ],
};

test("what runs for one item is the loop's node and what hangs on its item, with the loops in it", () => {
  const outer = graphForItem(graph, "each");
  expect(outer.nodes.map(({ id }) => id)).toEqual(["each", "a", "inner", "b", "c"]);
  expect(outer.edges.map(({ from, to }) => `${from} ${to}`)).toEqual(["each a", "a inner", "inner b", "inner c"]);
  expect(graphForItem(graph, "inner").nodes.map(({ id }) => id)).toEqual(["inner", "b"]);
});

test("the run that goes through the items does none of it, and a run for an item does none of the inner loop", () => {
  expect([...nodesInLoops(graph, "ring")].sort()).toEqual(["a", "b", "c", "inner"]);
  expect([...nodesInLoops(graphForItem(graph, "each"), "each")]).toEqual(["b"]);
});

test("a line into a loop from outside is found, whichever loop it is", () => {
  expect(findTrespasses(graph)).toEqual([]);
  const edge = { from: "d", port: "out", to: "b" };
  const trespasses = findTrespasses({ ...graph, edges: [...graph.edges, edge] });
  expect(trespasses).toEqual([
    { loopId: "each", edge },
    { loopId: "inner", edge },
  ]);
});
