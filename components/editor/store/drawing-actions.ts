import type { StateCreator } from "zustand";
import { edgeId } from "@/components/editor/canvas/to-flow";
import { cardSize } from "@/components/editor/node-size";
import { shapeOf } from "@/components/editor/shape-of";
import { isLedTo } from "@/components/editor/store/add-spot";
import { addStep } from "@/components/editor/store/add-step";
import type { EditorState } from "@/components/editor/store/editor-state";
import { findNode } from "@/lib/catalog/nodes/index";
import { changeNode, moveNodes } from "@/lib/domain/workflow/edit/change-node";
import { connect, disconnect } from "@/lib/domain/workflow/edit/connect";
import { deleteNodes } from "@/lib/domain/workflow/edit/delete-nodes";
import { insertExisting } from "@/lib/domain/workflow/edit/insert-on-edge";
import { copyNodes, cornerOf, pasteNodes } from "@/lib/domain/workflow/edit/paste";
import { type Graph, nodeLabel } from "@/lib/domain/workflow/graph";
import { type History, record, redo, undo } from "@/lib/domain/workflow/history";
import { layoutGraph } from "@/lib/domain/workflow/layout";

type Creator = StateCreator<EditorState>;

type DrawingActions = Pick<
  EditorState,
  | "edit"
  | "undo"
  | "redo"
  | "select"
  | "announce"
  | "add"
  | "connect"
  | "deleteSelected"
  | "copySelected"
  | "paste"
  | "changeNode"
  | "moveNodes"
  | "dropOnEdge"
  | "tidy"
>;

const PASTE_OFFSET = 48;

/** What can be done to the drawing: each is a call to the domain, a step to undo, and a word for screen readers. */
export function drawingActions(...[set, get]: Parameters<Creator>): DrawingActions {
  const graph = () => get().history.present;
  return {
    edit: (next, change = null) =>
      set(({ history, save }) => ({ history: record(history, next, change), save: touched(save) })),
    undo: () => travel(undo, "Undone."),
    redo: () => travel(redo, "Done again."),
    select: (ids) => set({ selected: new Set(ids) }),
    announce: (text) => set(({ announcement }) => ({ announcement: { text, number: announcement.number + 1 } })),

    add: (type, spot) => {
      const definition = findNode(type);
      if (!definition || (definition.kind === "trigger" && isLedTo(spot))) return;
      const added = addStep(graph(), { definition, spot, selected: get().selected });
      get().edit(added.graph);
      set({ selected: new Set([added.id]), adding: null, sheet: null });
      get().announce(`${definition.name} added. Enter opens its settings.`);
      set(({ wanted }) => ({ wanted: { nodeId: added.id, number: (wanted?.number ?? 0) + 1 } }));
    },
    connect: (edge) => {
      const connected = connect(graph(), edge, shapeOf);
      if (connected.ok) get().edit(connected.graph);
      get().announce(connected.ok ? `Connected to ${labelIn(graph(), edge.to)}.` : connected.message);
    },
    deleteSelected: () => {
      const { selected } = get();
      const edges = graph().edges.filter((edge) => selected.has(edgeId(edge)));
      const ids = graph().nodes.flatMap((node) => (selected.has(node.id) ? [node.id] : []));
      if (ids.length + edges.length === 0) return;
      const what =
        ids.length === 1
          ? labelIn(graph(), ids[0] ?? "")
          : `${ids.length || edges.length} ${ids.length ? "steps" : "connections"}`;
      get().edit(deleteNodes(edges.reduce(disconnect, graph()), ids, { reconnect: true }));
      set({ selected: new Set(), isPanelOpen: false });
      get().announce(`Deleted ${what}. Undo brings it back.`);
    },
    copySelected: () => {
      const clipping = copyNodes(graph(), get().selected);
      if (clipping.graph.nodes.length === 0) return undefined;
      get().announce(
        `Copied ${clipping.graph.nodes.length === 1 ? "one step" : `${clipping.graph.nodes.length} steps`}.`,
      );
      return clipping;
    },
    paste: (clipping, place) => {
      const corner = cornerOf(clipping.graph.nodes);
      const pasted = pasteNodes(
        graph(),
        clipping,
        place ?? { x: corner.x + PASTE_OFFSET, y: corner.y + 2.5 * PASTE_OFFSET },
      );
      get().edit(pasted.graph);
      set({ selected: new Set(pasted.ids), isPanelOpen: false });
      get().announce(`Pasted ${pasted.ids.length === 1 ? "one step" : `${pasted.ids.length} steps`}.`);
    },
    changeNode: (id, change, changeKey) =>
      get().edit(changeNode(graph(), id, change), changeKey ? { key: `${id}.${changeKey}`, atMs: Date.now() } : null),
    moveNodes: (places, changeKey) => get().edit(moveNodes(graph(), places), { key: changeKey }),
    dropOnEdge: (nodeId, edge) => {
      const next = insertExisting(graph(), { edge, nodeId }, shapeOf);
      if (next === graph()) return;
      get().edit(next);
      get().announce(
        `${labelIn(next, nodeId)} now stands between ${labelIn(next, edge.from)} and ${labelIn(next, edge.to)}.`,
      );
    },
    tidy: () => {
      get().edit(layoutGraph(graph(), (node) => cardSize(findNode(node.type))));
      get().announce("Put in order.");
    },
  };

  function travel(step: (history: History<Graph>) => History<Graph>, word: string): void {
    const history = step(get().history);
    if (history === get().history) return;
    const ids = new Set([...history.present.nodes.map((node) => node.id), ...history.present.edges.map(edgeId)]);
    set(({ selected, save }) => ({
      history,
      save: touched(save),
      selected: new Set([...selected].filter((id) => ids.has(id))),
    }));
    get().announce(word);
  }
}

/** A change leaves what is shown about a failed save alone: that has to be solved first. */
function touched(save: EditorState["save"]): EditorState["save"] {
  return save.kind === "conflict" || save.kind === "offline" ? save : { kind: "unsaved" };
}

function labelIn(graph: Graph, id: string): string {
  const node = graph.nodes.find((candidate) => candidate.id === id);
  return node ? `“${nodeLabel(node)}”` : "a step";
}
