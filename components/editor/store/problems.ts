import type { Offers } from "@/components/editor/store/offers";
import { connectionProblems } from "@/lib/catalog/connection-problems";
import { graphProblems } from "@/lib/catalog/graph-problems";
import { type Graph, nodeLabel } from "@/lib/domain/workflow/graph";
import type { Problem } from "@/lib/domain/workflow/problem";

/** What keeps the drawing from being published: all of it, and by node. */
export type Problems = { all: readonly Problem[]; byNode: ReadonlyMap<string, readonly Problem[]> };

type Known = Pick<Offers, "endpoints" | "connections">;

export function findProblems(graph: Graph, { endpoints, connections }: Known): Problems {
  const all = [
    ...graphProblems(graph),
    ...endpointProblems(graph, endpoints),
    ...connectionProblems(graph, connections),
  ];
  const byNode = new Map<string, Problem[]>();
  for (const problem of all) {
    if (problem.nodeId !== undefined) byNode.set(problem.nodeId, [...(byNode.get(problem.nodeId) ?? []), problem]);
  }
  return { all, byNode };
}

/** Endpoints that were deleted since they were chosen. */
function endpointProblems(graph: Graph, endpoints: Offers["endpoints"]): Problem[] {
  return graph.nodes.flatMap((node) => {
    const id = node.config["endpointId"];
    if (typeof id !== "string" || id === "" || endpoints.some((endpoint) => endpoint.id === id)) return [];
    const message = `The endpoint of “${nodeLabel(node)}” is not there any more. Choose another.`;
    return [{ nodeId: node.id, field: "endpointId", message }];
  });
}
