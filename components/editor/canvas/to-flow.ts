import { type Edge as AnyFlowEdge, type Node as AnyFlowNode, type NodeHandle, Position } from "reactflow";
import { CARD, cardSize, inputY, portY } from "@/components/editor/node-size";
import type { NodeDefinition, Port } from "@/lib/catalog/nodes/define-node";
import { findNode, portsOf } from "@/lib/catalog/nodes/index";
import { type Edge, type Graph, type Node, nodeLabel } from "@/lib/domain/workflow/graph";

/** Our node and edge as React Flow takes them. Theirs are drawn from ours and never the other way round. */
export type FlowNode = AnyFlowNode<{ node: Node }, "step">;
export type FlowEdge = AnyFlowEdge<{ edge: Edge }, "line">;

/** The id of the way into a node, beside the ids of its ports. */
export const INPUT_HANDLE = "in";
/** The side of a handle's square, in px: all of it can be grabbed. */
export const HANDLE_SIZE = 28;

/** Node objects from the last drawing, so that those that did not change are not drawn again. */
export type FlowCache = Map<string, FlowNode>;

/** The nodes for React Flow. Nothing has to be measured: a card's size follows from its kind. */
export function toFlowNodes(graph: Graph, selected: ReadonlySet<string>, cache: FlowCache): FlowNode[] {
  const flowNodes = graph.nodes.map((node) => {
    const isSelected = selected.has(node.id);
    const known = cache.get(node.id);
    return known && known.data.node === node && known.selected === isSelected ? known : toFlowNode(node, isSelected);
  });
  cache.clear();
  for (const flowNode of flowNodes) cache.set(flowNode.id, flowNode);
  return flowNodes;
}

function toFlowNode(node: Node, isSelected: boolean): FlowNode {
  const definition = findNode(node.type);
  const ports = portsOf(node);
  const size = cardSize(ports);
  return {
    id: node.id,
    type: "step",
    position: node.position,
    data: { node },
    selected: isSelected,
    ...size,
    measured: size,
    handles: handlesOf(definition, ports),
    ariaLabel: `${nodeLabel(node)}, ${definition?.name ?? node.type}`,
  };
}

function handlesOf(definition: NodeDefinition | undefined, ports: readonly Port[]): NodeHandle[] {
  const square = { width: HANDLE_SIZE, height: HANDLE_SIZE };
  const half = HANDLE_SIZE / 2;
  const ways: NodeHandle[] = ports.map((port, index) => ({
    ...square,
    id: port.id,
    type: "source",
    position: Position.Right,
    x: CARD.width - half,
    y: portY(index) - half,
  }));
  if (definition?.kind === "trigger") return ways;
  const input: NodeHandle = {
    ...square,
    id: INPUT_HANDLE,
    type: "target",
    position: Position.Left,
    x: -half,
    y: inputY(ports) - half,
  };
  return [input, ...ways];
}

/** The lines for React Flow. */
export function toFlowEdges(edges: Graph["edges"], selected: ReadonlySet<string>): FlowEdge[] {
  return edges.map((edge) => ({
    id: edgeId(edge),
    type: "line",
    source: edge.from,
    sourceHandle: edge.port,
    target: edge.to,
    targetHandle: INPUT_HANDLE,
    data: { edge },
    selected: selected.has(edgeId(edge)),
  }));
}

export function edgeId({ from, port, to }: Edge): string {
  return `${from}:${port}:${to}`;
}
