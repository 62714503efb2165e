import fc from "fast-check";
import { addNode } from "@/lib/domain/workflow/edit/add-node";
import { changeNode, moveNodes } from "@/lib/domain/workflow/edit/change-node";
import { changeSettings } from "@/lib/domain/workflow/edit/change-settings";
import { connect } from "@/lib/domain/workflow/edit/connect";
import { deleteNodes } from "@/lib/domain/workflow/edit/delete-nodes";
import { insertNew } from "@/lib/domain/workflow/edit/insert-on-edge";
import type { ShapeOf } from "@/lib/domain/workflow/edit/node-shape";
import { copyNodes, pasteNodes } from "@/lib/domain/workflow/edit/paste";
import { EMPTY_GRAPH, type Graph } from "@/lib/domain/workflow/graph";

/** Three kinds of nodes to draw with. */
export const shapeOf: ShapeOf = ({ type }) =>
  ({
    webhook: { isTrigger: true, ports: ["out"] },
    filter: { isTrigger: false, ports: ["pass", "fail"] },
    send: { isTrigger: false, ports: ["out", "error"] },
  })[type];

/** ring → urgent —pass→ tell */
export const drawing: Graph = {
  nodes: [node("ring", "webhook", 0), node("urgent", "filter", 336), node("tell", "send", 672)],
  edges: [
    { from: "ring", port: "out", to: "urgent" },
    { from: "urgent", port: "pass", to: "tell" },
  ],
};

function node(id: string, type: string, x: number): Graph["nodes"][number] {
  return { id, type, name: id, position: { x, y: 0 }, config: {} };
}

type Edit = (graph: Graph) => Graph;

const place = fc.record({ x: fc.integer({ min: -2_000, max: 2_000 }), y: fc.integer({ min: -2_000, max: 2_000 }) });
const index = fc.nat({ max: 20 });

/** Anything that a person may do to a drawing. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.constantFrom("webhook", "filter", "send"), place).map(([type, at]): Edit => {
    return (graph) => addNode(graph, { type, name: type }, at).graph;
  }),
  fc.tuple(index, fc.constantFrom("out", "pass", "fail", "error"), index).map(([from, port, to]): Edit => {
    return (graph) => {
      const connected = connect(graph, { from: idAt(graph, from), port, to: idAt(graph, to) }, shapeOf);
      return connected.ok ? connected.graph : graph;
    };
  }),
  fc.tuple(index, fc.constantFrom("filter", "send")).map(([at, type]): Edit => {
    return (graph) => {
      const edge = graph.edges[at % Math.max(graph.edges.length, 1)];
      return edge ? insertNew(graph, { edge, fresh: { type, name: type } }, shapeOf).graph : graph;
    };
  }),
  fc.tuple(index, fc.boolean()).map(([at, reconnect]): Edit => {
    return (graph) => deleteNodes(graph, [idAt(graph, at)], { reconnect });
  }),
  fc.tuple(index, place).map(
    ([at, to]): Edit =>
      (graph) =>
        moveNodes(graph, new Map([[idAt(graph, at), to]])),
  ),
  fc.tuple(index, fc.string()).map(
    ([at, name]): Edit =>
      (graph) =>
        changeNode(graph, idAt(graph, at), { name }),
  ),
  fc.record({ limit: fc.integer({ min: 1, max: 1_000 }), key: fc.constantFrom("", "{{ trigger.body.id }}") }).map(
    (concurrency): Edit =>
      (graph) =>
        changeSettings(graph, { concurrency }),
  ),
  fc.option(fc.integer({ min: 1, max: 86_400 }), { nil: undefined }).map(
    (timeLimitSeconds): Edit =>
      (graph) =>
        changeSettings(graph, { timeLimitSeconds }),
  ),
  fc.tuple(index, index, place).map(([one, other, at]): Edit => {
    return (graph) => pasteNodes(graph, copyNodes(graph, new Set([idAt(graph, one), idAt(graph, other)])), at).graph;
  }),
);

/** A drawing that came about by editing. */
export const anyDrawing = fc
  .array(anyEdit, { maxLength: 40 })
  .map((edits) => edits.reduce((graph, edit) => edit(graph), EMPTY_GRAPH));

function idAt(graph: Graph, at: number): string {
  return graph.nodes[at % Math.max(graph.nodes.length, 1)]?.id ?? "none";
}
