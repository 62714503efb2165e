"use client";

import "reactflow/dist/base.css";
import "./canvas.css";
import { type FocusEvent, useMemo, useRef } from "react";
import { Background, BackgroundVariant, ReactFlow, SelectionMode, useStoreApi } from "reactflow";
import { CanvasControls } from "@/components/editor/canvas/canvas-controls";
import { EmptyCanvas } from "@/components/editor/canvas/empty-canvas";
import { FlowLine } from "@/components/editor/canvas/flow-line";
import { FlowStep } from "@/components/editor/canvas/flow-step";
import { type FlowCache, toFlowEdges, toFlowNodes } from "@/components/editor/canvas/to-flow";
import { useFlowChanges } from "@/components/editor/canvas/use-flow-changes";
import { useRoom } from "@/components/editor/canvas/use-room";
import { firstView } from "@/components/editor/canvas/views";
import { useEditor } from "@/components/editor/store/editor-context";

const NODE_TYPES = { step: FlowStep };
const EDGE_TYPES = { line: FlowLine };
/** Where an empty drawing is looked at from: its first node lands left of the middle. */
const START = { x: 96, y: 200, zoom: 1 };

/** The drawing. It is ours: React Flow draws it and reports what was done, and our edits make the next one. */
export function Canvas() {
  const graph = useEditor((state) => state.history.present);
  const selected = useEditor((state) => state.selected);
  const select = useEditor((state) => state.select);
  const show = useEditor((state) => state.show);
  const changes = useFlowChanges();
  const cache = useRef<FlowCache>(new Map());
  const nodes = useMemo(() => toFlowNodes(graph, selected, cache.current), [graph, selected]);
  const edges = useMemo(() => toFlowEdges(graph.edges, selected), [graph.edges, selected]);
  const flowStore = useStoreApi();
  useRoom();

  /** By keyboard, what has the focus is what the keys are for. */
  function selectFocused({ target }: FocusEvent) {
    const id = target.matches(".react-flow__node, .react-flow__edge") ? target.getAttribute("data-id") : null;
    if (id && target.matches(":focus-visible")) select([id]);
  }

  return (
    <ReactFlow
      className="drawing"
      aria-label="Canvas"
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      onNodesChange={changes.takeChanges}
      onEdgesChange={changes.takeChanges}
      onNodeDragStart={changes.onDragStart}
      onSelectionDragStart={changes.onDragStart}
      onNodeDragStop={changes.onDragStop}
      onConnect={changes.onConnect}
      onConnectEnd={changes.onConnectEnd}
      isValidConnection={changes.isValidConnection}
      onFocus={selectFocused}
      onNodeClick={() => show({ isPanelOpen: true, adding: null })}
      onPaneClick={() => show({ isPanelOpen: false })}
      onMoveStart={() => show({ adding: null })}
      deleteKeyCode={null}
      disableKeyboardA11y
      selectionMode={SelectionMode.Partial}
      multiSelectionKeyCode={["Meta", "Control"]}
      nodeDragThreshold={3}
      connectionRadius={32}
      zoomOnDoubleClick={false}
      minZoom={0.1}
      maxZoom={2}
      defaultViewport={START}
      onInit={(flow) => {
        const box = flowStore.getState().domNode?.getBoundingClientRect();
        if (box && graph.nodes.length > 0) void flow.setViewport(firstView(graph.nodes, box));
      }}
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.5} />
      <CanvasControls />
      {graph.nodes.length === 0 ? <EmptyCanvas /> : null}
    </ReactFlow>
  );
}
