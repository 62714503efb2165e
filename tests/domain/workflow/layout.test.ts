import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutGraph } from "@/lib/domain/workflow/layout";
import { anyDrawing, drawing } from "@/tests/domain/workflow/edit/a-drawing";

const size = { width: 256, height: 130 };
const sizeOf = () => size;

test("a chain becomes a straight line", () => {
  expect(layoutGraph(drawing, sizeOf).nodes.map((node) => node.position)).toEqual([
    { x: 0, y: 0 },
    { x: 336, y: 0 },
    { x: 672, y: 0 },
  ]);
});

test("two branches lie evenly above and below what they come from, in the order of their ports", () => {
  const [ring, urgent, tell] = drawing.nodes;
  if (!ring || !urgent || !tell) throw new Error("The drawing is not whole.");
  const graph = {
    nodes: [ring, urgent, tell, { ...tell, id: "log" }],
    edges: [...drawing.edges, { from: "urgent", port: "fail", to: "log" }],
  };
  const [, middle, upper, lower] = layoutGraph(graph, sizeOf).nodes;
  expect((upper?.position.y ?? 0) + (lower?.position.y ?? 0)).toBeCloseTo(2 * (middle?.position.y ?? 0), -1);
  expect(upper?.position.y).toBeLessThan(lower?.position.y ?? 0);
});

test("every node stands right of all that lead to it, and none covers another", () => {
  fc.assert(
    fc.property(anyDrawing, (graph) => {
      const laid = layoutGraph(graph, sizeOf);
      const places = new Map(laid.nodes.map((node) => [node.id, node.position]));
      for (const { from, to } of laid.edges) {
        expect(places.get(to)?.x).toBeGreaterThan((places.get(from)?.x ?? 0) + size.width);
      }
      for (const [index, one] of laid.nodes.entries()) {
        for (const other of laid.nodes.slice(index + 1)) {
          const isApart =
            Math.abs(one.position.x - other.position.x) >= size.width ||
            Math.abs(one.position.y - other.position.y) >= size.height;
          expect(isApart).toBe(true);
        }
      }
    }),
  );
});

test("layout moves nodes, and changes nothing else", () => {
  fc.assert(
    fc.property(anyDrawing, (graph) => {
      const laid = layoutGraph(graph, sizeOf);
      expect(laid.edges).toEqual(graph.edges);
      expect(laid.nodes.map(({ position, ...rest }) => rest)).toEqual(graph.nodes.map(({ position, ...rest }) => rest));
    }),
  );
});

test("a drawing that came in with a circle is laid out all the same", () => {
  const graph = { ...drawing, edges: [...drawing.edges, { from: "tell", port: "out", to: "urgent" }] };
  expect(layoutGraph(graph, sizeOf).nodes).toHaveLength(3);
});
