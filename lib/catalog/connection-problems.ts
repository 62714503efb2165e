import { findNode } from "@/lib/catalog/nodes/index";
import { type Graph, type Node, nodeLabel } from "@/lib/domain/workflow/graph";
import type { Problem } from "@/lib/domain/workflow/problem";

/** The ids of all connections that a drawing names. */
export function connectionIdsIn(graph: Graph): string[] {
  return [...new Set(graph.nodes.flatMap((node) => connectionIdOf(node) ?? []))];
}

/** Nodes whose connection is not there, or of a kind that they cannot use. */
export function connectionProblems(
  graph: Graph,
  connections: readonly { id: string; kind: string }[],
): (Problem & { nodeId: string })[] {
  const kinds = new Map(connections.map(({ id, kind }) => [id, kind]));
  return graph.nodes.flatMap((node) => {
    const id = connectionIdOf(node);
    const complaint = id === undefined ? undefined : complaintAbout(node, kinds.get(id));
    return complaint ? [{ nodeId: node.id, field: "connectionId", message: complaint }] : [];
  });
}

function connectionIdOf({ type, config }: Node): string | undefined {
  const id = config["connectionId"];
  const takesOne = (findNode(type)?.connections.length ?? 0) > 0;
  return takesOne && typeof id === "string" && id !== "" ? id : undefined;
}

function complaintAbout(node: Node, kind: string | undefined): string | undefined {
  if (kind === undefined) return `The connection of “${nodeLabel(node)}” is not there any more. Choose another.`;
  if (findNode(node.type)?.connections.includes(kind)) return undefined;
  return `“${nodeLabel(node)}” cannot use this kind of connection. Choose another.`;
}
