import { expect, test } from "vitest";
import { changeNode } from "@/lib/domain/workflow/edit/change-node";
import { copyNodes, cornerOf, pasteNodes, readClipping } from "@/lib/domain/workflow/edit/paste";
import { EMPTY_GRAPH } from "@/lib/domain/workflow/graph";
import { drawing } from "@/tests/domain/workflow/edit/a-drawing";

const both = new Set(["urgent", "tell"]);

test("a copy takes the lines between what is copied, and no others", () => {
  expect(copyNodes(drawing, both).graph.edges).toEqual([{ from: "urgent", port: "pass", to: "tell" }]);
});

test("pasted beside the original, the copy has ids of its own and stands where it was put", () => {
  const { graph, ids } = pasteNodes(drawing, copyNodes(drawing, both), { x: 0, y: 500 });
  expect(ids).toEqual(["urgent-2", "tell-2"]);
  expect(graph.edges.at(-1)).toEqual({ from: "urgent-2", port: "pass", to: "tell-2" });
  expect(graph.nodes.slice(3).map((node) => node.position)).toEqual([
    { x: 0, y: 500 },
    { x: 336, y: 500 },
  ]);
});

test("copied nodes name each other by their new ids, and all else by the old", () => {
  const named = changeNode(drawing, "tell", {
    config: {
      body: "{{ steps.urgent.passed }} {{ steps.urgently.x }} {{ steps.ring.x }}",
      list: [{ value: "steps.urgent" }],
    },
  });
  const { graph } = pasteNodes(named, copyNodes(named, both), { x: 0, y: 0 });
  expect(graph.nodes.at(-1)?.config).toEqual({
    body: "{{ steps.urgent-2.passed }} {{ steps.urgently.x }} {{ steps.ring.x }}",
    list: [{ value: "steps.urgent-2" }],
  });
});

test("in another workflow, ids stay as they are where they are free", () => {
  expect(pasteNodes(EMPTY_GRAPH, copyNodes(drawing, both), { x: 0, y: 0 }).ids).toEqual(["urgent", "tell"]);
});

test("a clipping survives the clipboard; anything else on it is left alone", () => {
  const clipping = copyNodes(drawing, both);
  expect(readClipping(JSON.stringify(clipping))).toEqual(clipping);
  for (const text of ["", "hello", "{}", '{"doorbell":', '{"doorbell":"steps","graph":{}}']) {
    expect(readClipping(text)).toBeUndefined();
  }
});

test("the corner of nothing is the origin", () => {
  expect(cornerOf([])).toEqual({ x: 0, y: 0 });
  expect(cornerOf(drawing.nodes.slice(1))).toEqual({ x: 336, y: 0 });
});
