import { edgeId } from "@/components/editor/canvas/to-flow";
import { cardSize } from "@/components/editor/node-size";
import { shapeOf } from "@/components/editor/shape-of";
import { isLedTo } from "@/components/editor/store/add-spot";
import { addStep } from "@/components/editor/store/add-step";
import type { EditorState, EditorStore } from "@/components/editor/store/editor-state";
import { findNode, portsOf } from "@/lib/catalog/nodes/index";
import { changeNode, moveNodes } from "@/lib/domain/workflow/edit/change-node";
import { changeSettings } from "@/lib/domain/workflow/edit/change-settings";
import { connect, disconnect } from "@/lib/domain/workflow/edit/connect";
import { deleteNodes } from "@/lib/domain/workflow/edit/delete-nodes";
import { insertExisting } from "@/lib/domain/workflow/edit/insert-on-edge";
import { type Graph, nodeLabel } from "@/lib/domain/workflow/graph";
import { layoutGraph } from "@/lib/domain/workflow/layout";

type StepActions = Pick<
  EditorState,
  "add" | "connect" | "deleteSelected" | "changeNode" | "changeSettings" | "moveNodes" | "dropOnEdge" | "tidy"
>;

/** What can be done to steps, and to how they run: each is a call to the domain, a change to undo, and a word for screen readers. */
export function stepActions({ setState, getState }: EditorStore): StepActions {
  const graph = () => getState().history.present;
  return {
    add: (type, spot) => {
      const definition = findNode(type);
      if (!definition || (definition.kind === "trigger" && isLedTo(spot))) return;
      const added = addStep(graph(), { definition, spot, selected: getState().selected });
      getState().edit(added.graph);
      setState(({ wanted }) => ({
        selected: new Set([added.id]),
        adding: null,
        sheet: null,
        wanted: { nodeId: added.id, number: (wanted?.number ?? 0) + 1 },
      }));
      getState().announce(`${definition.name} added. Enter opens its settings.`);
    },
    connect: (edge) => {
      const connected = connect(graph(), edge, shapeOf);
      if (connected.ok) getState().edit(connected.graph);
      getState().announce(connected.ok ? `Connected to ${labelIn(graph(), edge.to)}.` : connected.message);
    },
    deleteSelected: () => {
      const { selected, edit, announce } = getState();
      const edges = graph().edges.filter((edge) => selected.has(edgeId(edge)));
      const ids = graph().nodes.flatMap((node) => (selected.has(node.id) ? [node.id] : []));
      if (ids.length + edges.length === 0) return;
      announce(`Deleted ${countWords(ids.length, edges.length)}. Undo brings that back.`);
      edit(deleteNodes(edges.reduce(disconnect, graph()), ids, { reconnect: true }));
      setState({ selected: new Set(), isPanelOpen: false });
    },
    changeNode: (id, change, key) =>
      getState().edit(changeNode(graph(), id, change), key ? { key: `${id}.${key}`, atMs: Date.now() } : null),
    changeSettings: (change, key) =>
      getState().edit(changeSettings(graph(), change), key ? { key: `settings.${key}`, atMs: Date.now() } : null),
    moveNodes: (places, key) => getState().edit(moveNodes(graph(), places), { key }),
    dropOnEdge: (nodeId, edge) => {
      const next = insertExisting(graph(), { edge, nodeId }, shapeOf);
      if (next === graph()) return;
      getState().edit(next);
      getState().announce(`Put between ${labelIn(next, edge.from)} and ${labelIn(next, edge.to)}.`);
    },
    tidy: () => {
      getState().edit(layoutGraph(graph(), (node) => cardSize(portsOf(node))));
      getState().announce("Put in order.");
    },
  };
}

function countWords(steps: number, connections: number): string {
  if (steps === 0) return connections === 1 ? "a connection" : `${connections} connections`;
  return steps === 1 ? "a step" : `${steps} steps`;
}

function labelIn(graph: Graph, id: string): string {
  const node = graph.nodes.find((candidate) => candidate.id === id);
  return node ? `“${nodeLabel(node)}”` : "a step";
}
