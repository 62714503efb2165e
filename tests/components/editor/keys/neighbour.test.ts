import { expect, test } from "vitest";
import { neighbour } from "@/components/editor/keys/neighbour";
import { Graph } from "@/lib/domain/workflow/graph";

const graph = Graph.parse({
  nodes: [
    { id: "ring", type: "webhook", position: { x: 0, y: 0 } },
    { id: "main", type: "filter", position: { x: 300, y: 0 } },
    { id: "low", type: "http-request", position: { x: 600, y: 200 } },
    { id: "high", type: "http-request", position: { x: 600, y: -100 } },
  ],
  edges: [
    { from: "ring", port: "out", to: "main" },
    { from: "main", port: "fail", to: "low" },
    { from: "main", port: "pass", to: "high" },
  ],
});

test("right and left go along the lines, to the highest first", () => {
  expect(neighbour(graph, "ring", "right")).toBe("main");
  expect(neighbour(graph, "main", "right")).toBe("high");
  expect(neighbour(graph, "low", "left")).toBe("main");
});

test("up and down go to what lies straight above or below", () => {
  expect(neighbour(graph, "high", "down")).toBe("low");
  expect(neighbour(graph, "low", "up")).toBe("high");
});

test("where nothing is, nothing is found", () => {
  expect(neighbour(graph, "ring", "left")).toBeUndefined();
  expect(neighbour(graph, "high", "up")).toBeUndefined();
  expect(neighbour(graph, "gone", "up")).toBeUndefined();
});
