import { expect, test } from "vitest";
import { addNode } from "@/lib/domain/workflow/edit/add-node";
import { insertExisting, insertNew } from "@/lib/domain/workflow/edit/insert-on-edge";
import { drawing, shapeOf } from "@/tests/domain/workflow/edit/a-drawing";

const edge = { from: "ring", port: "out", to: "urgent" };

test("a new node comes between, and goes on by its usual port", () => {
  const { graph, id } = insertNew(drawing, { edge, fresh: { type: "filter", name: "Filter" } }, shapeOf);
  expect(graph.edges).toEqual([
    { from: "ring", port: "out", to: id },
    { from: id, port: "pass", to: "urgent" },
    { from: "urgent", port: "pass", to: "tell" },
  ]);
});

test("all that follows moves to the right, in step", () => {
  const { graph } = insertNew(drawing, { edge, fresh: { type: "filter", name: "Filter" } }, shapeOf);
  expect(graph.nodes.map(({ id, position }) => [id, position.x])).toEqual([
    ["ring", 0],
    ["urgent", 672],
    ["tell", 1_008],
    ["filter", 336],
  ]);
});

test("a node that stands alone can be dropped on a line", () => {
  const { graph, id } = addNode(drawing, { type: "send", name: "Send" }, { x: 100, y: 300 });
  expect(insertExisting(graph, { edge, nodeId: id }, shapeOf).edges).toContainEqual({
    from: id,
    port: "out",
    to: "urgent",
  });
});

test("a trigger, or a node with lines of its own, is not led through", () => {
  const { graph, id } = addNode(drawing, { type: "webhook", name: "Webhook" }, { x: 0, y: 300 });
  expect(insertExisting(graph, { edge, nodeId: id }, shapeOf)).toBe(graph);
  expect(insertExisting(drawing, { edge, nodeId: "tell" }, shapeOf)).toBe(drawing);
});
