import { findNode, portsOf } from "@/lib/catalog/nodes/index";
import { nodesInCircles, reachableFrom } from "@/lib/domain/workflow/advance";
import { type Graph, nodeLabel } from "@/lib/domain/workflow/graph";
import { findTrespasses } from "@/lib/domain/workflow/loops";
import type { Problem } from "@/lib/domain/workflow/problem";
import { settingsProblems } from "@/lib/domain/workflow/settings-problems";

/** Everything that keeps a drawing from being published, in sentences. Empty when it can be. */
export function graphProblems(graph: Graph): Problem[] {
  return [
    ...triggerProblems(graph),
    ...graph.nodes.flatMap(nodeProblems),
    ...edgeProblems(graph),
    ...circleProblems(graph),
    ...loopProblems(graph),
    ...settingsProblems(graph),
  ];
}

function triggerProblems(graph: Graph): Problem[] {
  const triggers = graph.nodes.filter((node) => findNode(node.type)?.kind === "trigger");
  if (triggers.length === 0) return [{ message: NO_TRIGGER }];

  const reached = new Set(triggers.flatMap((trigger) => [...reachableFrom(graph, trigger.id)]));
  const strays = graph.nodes.filter((node) => !reached.has(node.id));
  return strays.map((node) => ({ nodeId: node.id, message: `Nothing leads to “${nodeLabel(node)}”. Connect it.` }));
}

const NO_TRIGGER =
  "Nothing starts this workflow yet. Add a trigger: a webhook, a schedule, a start by hand, or another workflow's failure.";

function nodeProblems(node: Graph["nodes"][number]): Problem[] {
  const definition = findNode(node.type);
  if (!definition) return [{ nodeId: node.id, message: `This version of Doorbell does not know “${node.type}”.` }];
  return definition.problems(node.config).map((problem) => ({ nodeId: node.id, ...problem }));
}

function edgeProblems(graph: Graph): Problem[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return graph.edges.flatMap((edge) => {
    const from = nodes.get(edge.from);
    const to = nodes.get(edge.to);
    if (!from || !to) return [];
    const ports = portsOf(from);
    return [
      ...(ports.some((port) => port.id === edge.port)
        ? []
        : [{ nodeId: from.id, message: `“${nodeLabel(from)}” has no way out called “${edge.port}”.` }]),
      ...(findNode(to.type)?.kind === "trigger"
        ? [{ nodeId: to.id, message: `“${nodeLabel(to)}” starts the workflow, so nothing can lead to it.` }]
        : []),
    ];
  });
}

function circleProblems(graph: Graph): Problem[] {
  const inCircles = nodesInCircles(graph);
  return graph.nodes
    .filter(({ id }) => inCircles.has(id))
    .map((node) => ({ nodeId: node.id, message: `“${nodeLabel(node)}” would lead back to itself.` }));
}

/** A run that came into a loop from outside it would have no item. */
function loopProblems(graph: Graph): Problem[] {
  const labels = new Map(graph.nodes.map((node) => [node.id, nodeLabel(node)]));
  return findTrespasses(graph).map(({ loopId, edge: { from, to } }) => ({
    nodeId: to,
    message: `“${labels.get(to)}” runs for each item of “${labels.get(loopId)}”, so “${labels.get(from)}” cannot lead to it.`,
  }));
}
