import { expect, test } from "vitest";
import { outlineRows } from "@/components/editor/outline/outline-rows";
import { EMPTY_GRAPH, Graph } from "@/lib/domain/workflow/graph";

const graph = Graph.parse({
  nodes: [
    { id: "ring", type: "webhook" },
    { id: "main", type: "filter" },
    { id: "tell", type: "http-request" },
  ],
  edges: [
    { from: "ring", port: "out", to: "main" },
    { from: "main", port: "pass", to: "tell" },
    { from: "main", port: "fail", to: "tell" },
  ],
});

test("the outline says what starts, each way out, and what it leads to; what comes twice is told once", () => {
  const lines = outlineRows(graph).map((row) => {
    const words =
      row.kind === "node" ? row.node.id + (row.isRepeat ? " again" : "") : row.port.name + (row.isFree ? " -" : "");
    return `${row.level} ${words}`;
  });
  expect(lines).toEqual([
    "1 ring",
    "2 Then",
    "3 main",
    "4 Passes",
    "5 tell",
    "6 Then -",
    "6 If it fails -",
    "4 Otherwise",
    "5 tell again",
  ]);
});

test("every line has a key of its own", () => {
  const keys = outlineRows(graph).map((row) => row.key);
  expect(new Set(keys).size).toBe(keys.length);
});

test("an empty drawing has an empty outline", () => {
  expect(outlineRows(EMPTY_GRAPH)).toEqual([]);
});
