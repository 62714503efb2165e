"use client";

import { Bell, Filter, type LucideIcon, Send, Shapes } from "lucide-react";
import { Handle, type Node, type NodeProps, Position } from "reactflow";
import { StatusChip } from "@/components/ui/status-chip";
import type { NodeState } from "@/lib/domain/runs/node-states";

export type RunNodeData = {
  label: string;
  kind: string;
  icon: string;
  summary: string;
  state: NodeState;
  ports: { id: string; name: string }[];
};
export type RunFlowNode = Node<RunNodeData, "step">;

/** What a node's card takes on the drawing. */
export const NODE_SIZE = { width: 248, height: 104 };

const ICONS: Record<string, LucideIcon> = { "bell-ring": Bell, filter: Filter, send: Send };

const FRAMES: Record<NodeState, string> = {
  done: "border-good",
  failed: "border-bad",
  running: "border-busy",
  waiting: "border-wait",
  skipped: "border-border border-dashed opacity-55",
  untouched: "border-border border-dashed opacity-55",
};

/** A node of the drawing with how it went. */
export function RunNode({ data, selected }: NodeProps<RunFlowNode>) {
  const Icon = ICONS[data.icon] ?? Shapes;
  return (
    <div
      style={{ width: NODE_SIZE.width }}
      className={`flex flex-col gap-2 rounded-2xl border-[1.5px] bg-surface px-3.5 py-3 text-left shadow-card ${FRAMES[data.state]} ${selected ? "outline-2 outline-focus outline-offset-2" : ""}`}
    >
      <div className="flex items-center gap-2.5">
        <span className="grid size-8 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent-soft-foreground">
          <Icon aria-hidden className="size-4" />
        </span>
        <span className="flex min-w-0 flex-col">
          <span className="truncate font-semibold text-sm">{data.label}</span>
          <span className="truncate text-muted text-xs">{data.summary || data.kind}</span>
        </span>
      </div>
      {data.state === "untouched" ? (
        <span className="text-muted text-xs">Not reached</span>
      ) : (
        <StatusChip status={data.state} isCompact />
      )}
      <Handle type="target" position={Position.Left} isConnectable={false} className="invisible" />
      {data.ports.map((port, index) => (
        <Handle
          key={port.id}
          id={port.id}
          type="source"
          position={Position.Right}
          isConnectable={false}
          className="invisible"
          style={{ top: `${((index + 1) * 100) / (data.ports.length + 1)}%` }}
        />
      ))}
    </div>
  );
}
