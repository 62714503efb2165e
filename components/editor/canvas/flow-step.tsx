"use client";

import { Plus } from "lucide-react";
import type { MouseEvent } from "react";
import { Handle, type NodeProps, Position } from "reactflow";
import { type FlowNode, INPUT_HANDLE } from "@/components/editor/canvas/to-flow";
import { NodeCard } from "@/components/editor/node-card";
import { inputY, portY } from "@/components/editor/node-size";
import { stepStatus } from "@/components/editor/run/step-status";
import { useEditor } from "@/components/editor/store/editor-context";
import type { Port } from "@/lib/catalog/nodes/define-node";
import { findNode, portsOf } from "@/lib/catalog/nodes/index";

/** A node on the canvas: its card, the ways in and out, and a plus where a way out leads nowhere yet. */
export function FlowStep({ id, data: { node }, selected }: NodeProps<FlowNode>) {
  const definition = findNode(node.type);
  const ports = portsOf(node);
  const problem = useEditor((state) => state.problems.byNode.get(id)?.[0]);
  const status = useEditor((state) => stepStatus(state.ring, id));
  const isDimmed = useEditor((state) => Boolean(state.ring?.run)) && status === undefined;
  return (
    <div className="group/step">
      <NodeCard
        definition={definition}
        node={node}
        summary={definition?.describe(node.config) ?? null}
        problems={problem ? [problem] : []}
        status={status}
        isSelected={selected}
        isDimmed={isDimmed || status === "skipped"}
      />
      {definition?.kind === "trigger" ? null : (
        <Handle
          type="target"
          id={INPUT_HANDLE}
          position={Position.Left}
          style={{ top: inputY(ports) }}
          className="step-handle"
          title="In"
        />
      )}
      {ports.map((port, index) => (
        <WayOut key={port.id} nodeId={id} port={port} index={index} />
      ))}
    </div>
  );
}

function WayOut({ nodeId, port, index }: { nodeId: string; port: Port; index: number }) {
  const isFree = useEditor(
    ({ history }) => !history.present.edges.some((edge) => edge.from === nodeId && edge.port === port.id),
  );
  const show = useEditor((state) => state.show);

  function add(event: MouseEvent<HTMLElement>) {
    event.stopPropagation();
    const { right, top } = event.currentTarget.getBoundingClientRect();
    show({ adding: { kind: "port", from: nodeId, port: port.id, at: { x: right + 8, y: top } } });
  }

  return (
    <>
      <Handle
        type="source"
        id={port.id}
        position={Position.Right}
        style={{ top: portY(index) }}
        className="step-handle"
        data-port={port.id}
        title={`${port.name}: drag to connect`}
      />
      {isFree ? (
        <>
          <span aria-hidden className="step-stub" style={{ top: portY(index) }} />
          <button
            type="button"
            aria-label={`Add a step: ${port.name}`}
            title="Add a step"
            onClick={add}
            style={{ top: portY(index) }}
            className="step-plus nodrag nopan"
          >
            <Plus aria-hidden className="size-3.5" strokeWidth={2.5} />
          </button>
        </>
      ) : null}
    </>
  );
}
