import { expect, test } from "vitest";
import { firstView, isInView, viewOf } from "@/components/editor/canvas/views";
import { Graph } from "@/lib/domain/workflow/graph";

const nodesAt = (...places: number[]) =>
  Graph.parse({
    nodes: places.map((x, index) => ({ id: `n${index}`, type: "filter", position: { x, y: 0 } })),
    edges: [],
  }).nodes;
const room = { width: 1_000, height: 700 };

test("a fitting view shows all of the drawing", () => {
  const nodes = nodesAt(0, 400, 1_200);
  expect(isInView(nodes, viewOf(nodes, room), room)).toBe(true);
  expect(isInView(nodes, { x: 0, y: 0, zoom: 1 }, room)).toBe(false);
});

test("a small drawing is not blown up", () => {
  expect(viewOf(nodesAt(0), room).zoom).toBe(1);
  expect(viewOf(nodesAt(0), room, 0.6).zoom).toBe(0.6);
});

test("a drawing too large to be read as a whole is shown where it begins", () => {
  const nodes = nodesAt(0, 4_000);
  const view = firstView(nodes, room);
  expect(view.zoom).toBe(0.75);
  expect(isInView(nodes.slice(0, 1), view, room)).toBe(true);
});
