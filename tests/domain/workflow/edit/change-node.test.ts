import { expect, test } from "vitest";
import { changeNode, moveNodes } from "@/lib/domain/workflow/edit/change-node";
import { Graph } from "@/lib/domain/workflow/graph";
import { drawing } from "@/tests/domain/workflow/edit/a-drawing";

test("a renamed node keeps its id, and so its lines", () => {
  const graph = changeNode(drawing, "urgent", { name: "Only urgent" });
  expect(graph.nodes[1]).toMatchObject({ id: "urgent", name: "Only urgent" });
  expect(graph.edges).toEqual(drawing.edges);
});

test("settings set and taken away again leave the drawing as it was, to the letter", () => {
  const retry = { attempts: 3, backoff: "fixed" as const, delayMs: 0, timeoutMs: 1_000 };
  const set = changeNode(drawing, "tell", { retry, note: "Ask Ines first." });
  expect(set.nodes[2]).toMatchObject({ retry, note: "Ask Ines first." });
  const back = changeNode(set, "tell", { retry: undefined, note: "" });
  expect(JSON.stringify(back)).toBe(JSON.stringify(drawing));
});

test("a changed node reads in the order of the schema", () => {
  const graph = changeNode(drawing, "tell", { note: "A note", config: { url: "x" } });
  expect(JSON.stringify(Graph.parse(graph))).toBe(JSON.stringify(graph));
});

test("a way out that is an item of the settings takes its lines along; the others stay", () => {
  const cases = [{ id: "pass" }, { id: "late" }];
  const edges = [...drawing.edges, { from: "urgent", port: "late", to: "tell" }];
  const graph = changeNode({ ...drawing, edges }, "urgent", { config: { cases } });
  expect(graph.edges).toEqual(edges);
  const fewer = changeNode(graph, "urgent", { config: { cases: cases.slice(0, 1) } });
  expect(fewer.edges).toEqual(drawing.edges);
});

test("moved nodes stand on whole places; the others stay", () => {
  const graph = moveNodes(drawing, new Map([["tell", { x: 1.6, y: -2.2 }]]));
  expect(graph.nodes.map((node) => node.position)).toEqual([
    { x: 0, y: 0 },
    { x: 336, y: 0 },
    { x: 2, y: -2 },
  ]);
  expect(moveNodes(graph, new Map([["tell", { x: 2, y: -2 }]]))).toBe(graph);
});
