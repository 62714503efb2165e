"use client";

import { useRef } from "react";
import { type Connection, type EdgeChange, type NodeChange, type OnConnectEnd, useReactFlow } from "reactflow";
import { edgeAt, nodeAt } from "@/components/editor/canvas/drop-edge";
import type { FlowEdge, FlowNode } from "@/components/editor/canvas/to-flow";
import { portY } from "@/components/editor/node-size";
import { shapeOf } from "@/components/editor/shape-of";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { notify } from "@/components/ui/notify";
import { whyNot } from "@/lib/domain/workflow/edit/connect";
import type { Edge, Node } from "@/lib/domain/workflow/graph";

/** What React Flow reports, as edits of our drawing. */
export function useFlowChanges() {
  const store = useEditorStore();
  const { screenToFlowPosition } = useReactFlow();
  // Each drag is one step to undo, however long it takes.
  const drag = useRef(0);

  function takeChanges(changes: (NodeChange<FlowNode> | EdgeChange<FlowEdge>)[]) {
    const selected = new Set(store.getState().selected);
    const places = new Map<string, Node["position"]>();
    let isSelection = false;
    for (const change of changes) {
      if (change.type === "select") {
        isSelection = true;
        if (change.selected) selected.add(change.id);
        else selected.delete(change.id);
      } else if (change.type === "position" && change.position) {
        places.set(change.id, change.position);
      }
    }
    if (isSelection) store.getState().select(selected);
    if (places.size > 0) store.getState().moveNodes(places, `drag-${drag.current}`);
  }

  const onConnectEnd: OnConnectEnd = (event, { fromHandle, isValid, toNode }) => {
    if (isValid || !fromHandle || fromHandle.type !== "source") return;
    const at = pointOf(event);
    const from = { from: fromHandle.nodeId, port: fromHandle.id ?? "" };
    const to = toNode?.id ?? nodeAt(at);
    if (to !== undefined) {
      if (to === from.from) return;
      const edge = { ...from, to };
      const message = whyNot(store.getState().history.present, edge, shapeOf);
      store.getState().connect(edge);
      if (message) notify.plain(message);
      return;
    }
    if (!isOnPane(at)) return;
    const { x, y } = screenToFlowPosition(at);
    store.getState().show({ adding: { kind: "place", position: { x, y: y - portY(0) }, from, at } });
  };

  return {
    takeChanges,
    onConnectEnd,
    onDragStart: () => {
      drag.current += 1;
    },
    onDragStop: (event: Pointed, node: FlowNode) => {
      const { history, dropOnEdge } = store.getState();
      const edge = edgeAt(history.present, pointOf(event)) ?? edgeAt(history.present, middleOf(node.id));
      if (edge && edge.from !== node.id && edge.to !== node.id) dropOnEdge(node.id, edge);
    },
    isValidConnection: (connection: Connection | FlowEdge) =>
      whyNot(store.getState().history.present, toEdge(connection), shapeOf) === undefined,
    onConnect: (connection: Connection) => store.getState().connect(toEdge(connection)),
  };
}

function toEdge({
  source,
  sourceHandle,
  target,
}: Pick<Connection, "source" | "target"> & { sourceHandle?: string | null }): Edge {
  return { from: source, port: sourceHandle ?? "", to: target };
}

type Point = { clientX: number; clientY: number };
type Pointed = Point | { changedTouches: ArrayLike<Point> };

function pointOf(event: Pointed): { x: number; y: number } {
  const point = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}

function middleOf(nodeId: string): { x: number; y: number } {
  const box = document.querySelector(`.react-flow__node[data-id="${CSS.escape(nodeId)}"]`)?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: -1, y: -1 };
}

function isOnPane({ x, y }: { x: number; y: number }): boolean {
  return document.elementFromPoint(x, y)?.closest(".react-flow__pane") !== null;
}
