import { findNode } from "@/lib/catalog/nodes/index";
import { reachableFrom } from "@/lib/domain/workflow/advance";
import { type Graph, nodeLabel } from "@/lib/domain/workflow/graph";
import type { Problem } from "@/lib/domain/workflow/problem";

/** Everything that keeps a drawing from being published, in sentences. Empty when it can be. */
export function graphProblems(graph: Graph): Problem[] {
  return [...triggerProblems(graph), ...graph.nodes.flatMap(nodeProblems), ...edgeProblems(graph)];
}

function triggerProblems(graph: Graph): Problem[] {
  const triggers = graph.nodes.filter((node) => findNode(node.type)?.kind === "trigger");
  if (triggers.length === 0) return [{ message: "Nothing starts this workflow yet. Add a webhook." }];

  const reached = new Set(triggers.flatMap((trigger) => [...reachableFrom(graph, trigger.id)]));
  const strays = graph.nodes.filter((node) => !reached.has(node.id));
  return strays.map((node) => ({ nodeId: node.id, message: `Nothing leads to “${nodeLabel(node)}”. Connect it.` }));
}

function nodeProblems(node: Graph["nodes"][number]): Problem[] {
  const definition = findNode(node.type);
  if (!definition) return [{ nodeId: node.id, message: `This version of Doorbell does not know “${node.type}”.` }];
  return definition.problems(node.config).map((problem) => ({ nodeId: node.id, ...problem }));
}

function edgeProblems(graph: Graph): Problem[] {
  const problems: Problem[] = [];
  for (const edge of graph.edges) {
    const from = graph.nodes.find((node) => node.id === edge.from);
    const to = graph.nodes.find((node) => node.id === edge.to);
    if (!from || !to) continue;
    const ports = findNode(from.type)?.ports ?? [];
    if (!ports.some((port) => port.id === edge.port)) {
      problems.push({ nodeId: from.id, message: `“${nodeLabel(from)}” has no way out called “${edge.port}”.` });
    }
    if (findNode(to.type)?.kind === "trigger") {
      problems.push({ nodeId: to.id, message: `“${nodeLabel(to)}” starts the workflow, so nothing can lead to it.` });
    }
    if (reachableFrom(graph, edge.to).has(edge.from)) {
      problems.push({ nodeId: from.id, message: `“${nodeLabel(from)}” would lead back to itself.` });
    }
  }
  return problems;
}
