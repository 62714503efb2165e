import { shapeOf } from "@/components/editor/shape-of";
import type { AddSpot } from "@/components/editor/store/add-spot";
import type { NodeDefinition } from "@/lib/catalog/nodes/define-node";
import { type Added, addAfter, addNode, type NewNode } from "@/lib/domain/workflow/edit/add-node";
import { connect } from "@/lib/domain/workflow/edit/connect";
import { NODE_ROOM } from "@/lib/domain/workflow/edit/free-place";
import { insertNew } from "@/lib/domain/workflow/edit/insert-on-edge";
import type { Graph, Node } from "@/lib/domain/workflow/graph";

type Wish = { definition: NodeDefinition; spot: AddSpot | null; selected: ReadonlySet<string> };

/** Adds a step where it was asked for; without a spot, after the one node that is selected. */
export function addStep(graph: Graph, { definition, spot, selected }: Wish): Added {
  const fresh = { type: definition.type, name: definition.name, config: defaultsOf(definition) };
  if (spot?.kind === "place") return addAt(graph, fresh, spot);
  if (definition.kind === "trigger") return addNode(graph, fresh, placeForTrigger(graph));
  if (spot?.kind === "port") return addAfter(graph, spot, fresh);
  if (spot?.kind === "edge") return insertNew(graph, { edge: spot.edge, fresh }, shapeOf);

  const [before, ...others] = graph.nodes.filter((node) => selected.has(node.id));
  if (!before || others.length > 0) return addNode(graph, fresh, placeForLoose(graph));
  return addBehind(graph, fresh, before);
}

/** A form shows its defaults, so the node begins with them. */
function defaultsOf(definition: NodeDefinition): Node["config"] {
  const entries = definition.fields.filter((field) => field.default !== undefined);
  return Object.fromEntries(entries.map((field) => [field.key, field.default]));
}

function addAt(graph: Graph, fresh: NewNode, spot: AddSpot & { kind: "place" }): Added {
  const added = addNode(graph, fresh, spot.position);
  if (!spot.from) return added;
  const connected = connect(added.graph, { ...spot.from, to: added.id }, shapeOf);
  return connected.ok ? { id: added.id, graph: connected.graph } : added;
}

/** By the first port that leads nowhere yet, else into the usual way out. */
function addBehind(graph: Graph, fresh: NewNode, before: Node): Added {
  const ports = shapeOf(before)?.ports ?? [];
  const waysOut = graph.edges.filter((edge) => edge.from === before.id);
  const free = ports.find((port) => !waysOut.some((edge) => edge.port === port));
  const [usual] = ports;
  if (free !== undefined) return addAfter(graph, { from: before.id, port: free }, fresh);
  if (usual === undefined) return addNode(graph, fresh, placeForLoose(graph));
  const onUsual = waysOut.filter((edge) => edge.port === usual);
  const [edge] = onUsual;
  if (edge && onUsual.length === 1) return insertNew(graph, { edge, fresh }, shapeOf);
  return addAfter(graph, { from: before.id, port: usual }, fresh);
}

function placeForTrigger(graph: Graph): Node["position"] {
  const triggers = graph.nodes.filter((node) => shapeOf(node)?.isTrigger);
  const lowest = triggers.toSorted((one, other) => other.position.y - one.position.y)[0];
  if (lowest) return { x: lowest.position.x, y: lowest.position.y + NODE_ROOM.height + NODE_ROOM.gapY };
  const left = Math.min(0, ...graph.nodes.map((node) => node.position.x - NODE_ROOM.width - NODE_ROOM.gapX));
  return { x: left, y: graph.nodes[0]?.position.y ?? 0 };
}

/** To the right of everything. */
function placeForLoose(graph: Graph): Node["position"] {
  if (graph.nodes.length === 0) return { x: 0, y: 0 };
  const right = Math.max(...graph.nodes.map((node) => node.position.x));
  return { x: right + NODE_ROOM.width + NODE_ROOM.gapX, y: graph.nodes[0]?.position.y ?? 0 };
}
