"use client";

import { useMemo } from "react";
import { Background, BackgroundVariant, Controls, type Edge as FlowEdge, MarkerType, ReactFlow } from "reactflow";
import "reactflow/dist/style.css";
import { cardSize } from "@/components/editor/node-size";
import type { OpenedRun } from "@/components/runs/opened-run";
import { type RunFlowNode, RunNode } from "@/components/runs/run-node";
import { STATUSES } from "@/components/ui/status-chip";
import { portsOf } from "@/lib/catalog/nodes/index";
import { type DrawnRun, drawRun, type NodeState } from "@/lib/domain/runs/node-states";
import type { Edge, Graph, Node } from "@/lib/domain/workflow/graph";
import { layoutGraph } from "@/lib/domain/workflow/layout";

const NODE_TYPES = { step: RunNode };
const HEIGHT_MIN = 220;
const HEIGHT_MAX = 460;
const MARGIN = 96;

type RunDrawingProps = { opened: OpenedRun; selected: string | null; onSelect: (nodeId: string) => void };

/** The drawing that ran, with what became of each node. To look at and to choose a step, not to change. */
export function RunDrawing({ opened, selected, onSelect }: RunDrawingProps) {
  const graph = useMemo(() => placed(opened.graph), [opened.graph]);
  const drawn = useMemo(() => drawRun({ graph, run: opened.run }), [graph, opened.run]);
  const edges = useMemo(() => graph.edges.map((edge) => toFlowEdge(edge, drawn)), [graph, drawn]);
  const nodes = graph.nodes.map((node) =>
    toFlowNode(node, drawn.nodes.get(node.id) ?? "untouched", node.id === selected),
  );

  return (
    <div className="bg-background" style={{ height: heightOf(graph) }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        onNodesChange={(changes) => {
          for (const change of changes) if (change.type === "select" && change.selected) onSelect(change.id);
        }}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        deleteKeyCode={null}
        zoomOnScroll={false}
        preventScrolling={false}
        fitView
        fitViewOptions={{ padding: 0.1, maxZoom: 1 }}
        minZoom={0.2}
        maxZoom={1.5}
        aria-label="The drawing that ran"
        className="[--xy-attribution-background-color:transparent]"
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.5} color="var(--border)" />
        <Controls
          showInteractive={false}
          className="overflow-hidden rounded-lg border border-border [--xy-controls-button-background-color-hover:var(--surface-secondary)] [--xy-controls-button-background-color:var(--surface)] [--xy-controls-button-border-color:var(--border)] [--xy-controls-button-color-hover:var(--foreground)] [--xy-controls-button-color:var(--foreground)]"
        />
      </ReactFlow>
    </div>
  );
}

function toFlowNode(node: Node, state: NodeState, selected: boolean): RunFlowNode {
  const word = wordOf(state);
  return {
    id: node.id,
    type: "step",
    position: node.position,
    selected,
    ariaLabel: `${node.name || node.id}: ${word}`,
    data: { node, state },
  };
}

function wordOf(state: NodeState): string {
  if (state === "untouched") return "not reached";
  return state === "in-loop" ? "once for each item" : STATUSES[state].word;
}

function toFlowEdge(edge: Edge, { isTaken, nodes }: DrawnRun): FlowEdge {
  const taken = isTaken(edge);
  const colour = taken ? "var(--good)" : "var(--field-border)";
  return {
    id: `${edge.from}:${edge.port}:${edge.to}`,
    source: edge.from,
    sourceHandle: edge.port,
    target: edge.to,
    animated: taken && nodes.get(edge.to) === "running",
    style: {
      stroke: colour,
      ...(taken ? { strokeWidth: 2.25 } : { strokeWidth: 1.5, strokeDasharray: "4 4", opacity: 0.6 }),
    },
    markerEnd: { type: MarkerType.ArrowClosed, color: colour },
    zIndex: taken ? 1 : 0,
  };
}

/** A drawing made through the API may have no places. */
function placed(graph: Graph): Graph {
  const places = new Set(graph.nodes.map(({ position }) => `${position.x} ${position.y}`));
  return places.size === graph.nodes.length ? graph : layoutGraph(graph, sizeOf);
}

function sizeOf(node: Node): { width: number; height: number } {
  return cardSize(portsOf(node));
}

/** Room enough to see the drawing in its own size, within reason. */
function heightOf(graph: Graph): number {
  const tops = graph.nodes.map((node) => node.position.y);
  const bottoms = graph.nodes.map((node) => node.position.y + sizeOf(node).height);
  const height = graph.nodes.length === 0 ? 0 : Math.max(...bottoms) - Math.min(...tops);
  return Math.min(HEIGHT_MAX, Math.max(HEIGHT_MIN, height + MARGIN));
}
