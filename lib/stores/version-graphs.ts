import { type Id, toUuid } from "@/lib/domain/ids";
import { Graph } from "@/lib/domain/workflow/graph";
import { db } from "@/lib/platform/db";

const GRAPHS_KEPT_MAX = 1_000;
const kept = new Map<string, Graph>();

/** The drawing of a version. It never changes, so it is read once. Throws when there is no such version. */
export async function readVersionGraph(workflowId: Id<"workflow">, number: number): Promise<Graph> {
  const key = `${workflowId}:${number}`;
  const known = kept.get(key);
  if (known) return known;

  const row = await db().workflowVersion.findUniqueOrThrow({
    where: { workflowId_number: { workflowId: toUuid(workflowId), number } },
    select: { graph: true },
  });
  const graph = Graph.parse(row.graph);
  const [oldest] = kept.keys();
  if (kept.size >= GRAPHS_KEPT_MAX && oldest !== undefined) kept.delete(oldest);
  kept.set(key, graph);
  return graph;
}
