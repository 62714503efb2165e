"use client";

import { useMemo } from "react";
import { Background, BackgroundVariant, Controls, type Edge as FlowEdge, MarkerType, ReactFlow } from "reactflow";
import "reactflow/dist/style.css";
import type { OpenedRun } from "@/components/runs/opened-run";
import { NODE_SIZE, type RunFlowNode, RunNode } from "@/components/runs/run-node";
import { STATUSES } from "@/components/ui/status-chip";
import { findNode } from "@/lib/catalog/nodes/index";
import { drawRun } from "@/lib/domain/runs/node-states";
import type { Graph } from "@/lib/domain/workflow/graph";
import { layoutGraph } from "@/lib/domain/workflow/layout";

const NODE_TYPES = { step: RunNode };

type RunDrawingProps = { opened: OpenedRun; selected: string | null; onSelect: (nodeId: string) => void };

/** The drawing that ran, with what became of each node. To look at and to choose a step, not to change. */
export function RunDrawing({ opened, selected, onSelect }: RunDrawingProps) {
  const { nodes, edges } = useMemo(() => toFlow(opened), [opened]);
  const shown = useMemo(() => nodes.map((node) => ({ ...node, selected: node.id === selected })), [nodes, selected]);

  return (
    <ReactFlow
      nodes={shown}
      edges={edges}
      nodeTypes={NODE_TYPES}
      onNodeClick={(_, node) => onSelect(node.id)}
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
      fitViewOptions={{ padding: 0.12, maxZoom: 1 }}
      minZoom={0.2}
      maxZoom={1.5}
      proOptions={{ hideAttribution: true }}
      aria-label="The drawing that ran"
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.5} color="var(--border)" />
      <Controls showInteractive={false} />
    </ReactFlow>
  );
}

function toFlow(opened: OpenedRun): { nodes: RunFlowNode[]; edges: FlowEdge[] } {
  const { run, labelOf } = opened;
  const graph = placed(opened.graph);
  const drawn = drawRun({ graph, run });
  const nodes = graph.nodes.map((node): RunFlowNode => {
    const definition = findNode(node.type);
    const state = drawn.nodes.get(node.id) ?? "untouched";
    return {
      id: node.id,
      type: "step",
      position: node.position,
      ariaLabel: `${labelOf(node.id)}: ${state === "untouched" ? "not reached" : STATUSES[state].word}`,
      data: {
        label: labelOf(node.id),
        kind: definition?.name ?? node.type,
        icon: definition?.icon ?? "",
        summary: definition?.describe(node.config) ?? "",
        state,
        ports: definition?.ports ?? [],
      },
    };
  });
  const edges = graph.edges.map((edge, index): FlowEdge => {
    const isTaken = drawn.isTaken(edge);
    const colour = isTaken ? "var(--brass)" : "var(--border)";
    return {
      id: `${edge.from}:${edge.port}:${edge.to}:${index}`,
      source: edge.from,
      sourceHandle: edge.port,
      target: edge.to,
      animated: isTaken && drawn.nodes.get(edge.to) === "running",
      style: { stroke: colour, strokeWidth: isTaken ? 2.5 : 1.5, ...(isTaken ? {} : { strokeDasharray: "4 4" }) },
      markerEnd: { type: MarkerType.ArrowClosed, color: colour },
      zIndex: isTaken ? 1 : 0,
    };
  });
  return { nodes, edges };
}

/** A drawing made through the API may have no places. */
function placed(graph: Graph): Graph {
  const places = new Set(graph.nodes.map(({ position }) => `${position.x} ${position.y}`));
  return places.size === graph.nodes.length ? graph : layoutGraph(graph, () => NODE_SIZE);
}
