"use client";

import { type Node as AnyFlowNode, Handle, type NodeProps, Position } from "reactflow";
import { NodeCard } from "@/components/editor/node-card";
import { inputY, portY } from "@/components/editor/node-size";
import { findNode, portsOf } from "@/lib/catalog/nodes/index";
import type { NodeState } from "@/lib/domain/runs/node-states";
import type { Node } from "@/lib/domain/workflow/graph";

export type RunFlowNode = AnyFlowNode<{ node: Node; state: NodeState }, "step">;

/** A node of the drawing with how it went. Its ways in and out only hold the ends of the lines. */
export function RunNode({ data: { node, state }, selected }: NodeProps<RunFlowNode>) {
  const definition = findNode(node.type);
  const ports = portsOf(node);
  return (
    <>
      <NodeCard
        definition={definition}
        node={node}
        summary={definition?.describe(node.config) ?? null}
        status={state === "untouched" || state === "in-loop" ? undefined : state}
        isSelected={selected}
        isDimmed={state === "untouched" || state === "skipped"}
      />
      <Handle
        type="target"
        position={Position.Left}
        isConnectable={false}
        style={{ top: inputY(ports) }}
        className="invisible"
      />
      {ports.map((port, index) => (
        <Handle
          key={port.id}
          id={port.id}
          type="source"
          position={Position.Right}
          isConnectable={false}
          style={{ top: portY(index) }}
          className="invisible"
        />
      ))}
    </>
  );
}
