import fc from "fast-check";
import { expect, test } from "vitest";
import { reachableFrom } from "@/lib/domain/workflow/advance";
import { deleteNodes } from "@/lib/domain/workflow/edit/delete-nodes";
import { Graph } from "@/lib/domain/workflow/graph";
import { anyDrawing, shapeOf } from "@/tests/domain/workflow/edit/a-drawing";

test("whatever is drawn can be saved", () => {
  fc.assert(
    fc.property(anyDrawing, (graph) => {
      expect(JSON.stringify(Graph.parse(graph))).toBe(JSON.stringify(graph));
    }),
  );
});

test("nothing ever leads back to itself, or into a trigger", () => {
  fc.assert(
    fc.property(anyDrawing, (graph) => {
      for (const edge of graph.edges) {
        expect(reachableFrom(graph, edge.to).has(edge.from)).toBe(false);
        const to = graph.nodes.find((node) => node.id === edge.to);
        expect(shapeOf({ type: to?.type ?? "" })?.isTrigger).toBe(false);
      }
    }),
  );
});

test("no line is drawn twice, and each leaves by a port that its node has", () => {
  fc.assert(
    fc.property(anyDrawing, (graph) => {
      const lines = graph.edges.map((edge) => JSON.stringify(edge));
      expect(new Set(lines).size).toBe(lines.length);
      for (const { from, port } of graph.edges) {
        const type = graph.nodes.find((node) => node.id === from)?.type ?? "";
        expect(shapeOf({ type })?.ports).toContain(port);
      }
    }),
  );
});

test("a drawing can be deleted to nothing, with and without reconnecting", () => {
  fc.assert(
    fc.property(anyDrawing, fc.boolean(), (graph, reconnect) => {
      const ids = graph.nodes.map((node) => node.id);
      expect(deleteNodes(graph, ids, { reconnect })).toMatchObject({ nodes: [], edges: [] });
    }),
  );
});
