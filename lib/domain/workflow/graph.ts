import { z } from "zod";
import { RetryPolicy } from "@/lib/domain/runs/retry-policy";
import { WorkflowSettings } from "@/lib/domain/workflow/settings";

const NODES_MAX = 500;
const EDGES_MAX = 2_000;

/** A node's id within its drawing: what templates call it by, as in `steps.tell`. */
export const NodeId = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, "Use letters, digits, - and _, at most 64.");

/** A box of the drawing. What `config` may hold is the business of the node's definition in the catalog. */
export const Node = z.strictObject({
  id: NodeId,
  type: z.string().min(1).max(64),
  name: z.string().max(200).default(""),
  position: z.strictObject({ x: z.number(), y: z.number() }).default({ x: 0, y: 0 }),
  config: z.record(z.string(), z.unknown()).default({}),
  retry: RetryPolicy.optional(),
  /** A remark by whoever drew it. */
  note: z.string().max(2_000).optional(),
});
export type Node = z.infer<typeof Node>;

/** A line from one node's port to another node. */
export const Edge = z.strictObject({ from: NodeId, port: z.string().min(1).max(64), to: NodeId });
export type Edge = z.infer<typeof Edge>;

/** A drawing. It may be unfinished: whether it can run is told by `graphProblems`. */
export const Graph = z
  .strictObject({
    nodes: z.array(Node).max(NODES_MAX),
    edges: z.array(Edge).max(EDGES_MAX),
    settings: WorkflowSettings.optional(),
  })
  .superRefine((graph, context) => {
    const ids = new Set<string>();
    for (const [index, node] of graph.nodes.entries()) {
      if (ids.has(node.id)) {
        context.addIssue({
          code: "custom",
          path: ["nodes", index, "id"],
          message: `Two nodes are called “${node.id}”.`,
        });
      }
      ids.add(node.id);
    }
    for (const [index, edge] of graph.edges.entries()) {
      for (const end of [edge.from, edge.to]) {
        if (!ids.has(end)) {
          context.addIssue({ code: "custom", path: ["edges", index], message: `There is no node “${end}”.` });
        }
      }
    }
  });
export type Graph = z.infer<typeof Graph>;

/** A drawing with nothing on it. */
export const EMPTY_GRAPH: Graph = { nodes: [], edges: [] };

/** What people call a node: its name, or its id while it has none. */
export function nodeLabel(node: Pick<Node, "id" | "name">): string {
  return node.name || node.id;
}
