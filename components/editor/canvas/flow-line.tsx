"use client";

import { Plus, Trash2 } from "lucide-react";
import type { MouseEvent } from "react";
import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from "reactflow";
import { edgeId, type FlowEdge, HANDLE_SIZE } from "@/components/editor/canvas/to-flow";
import { edgeState } from "@/components/editor/run/step-status";
import { useEditor } from "@/components/editor/store/editor-context";
import { ERROR_PORT } from "@/lib/catalog/nodes/define-node";

/** How far a line reaches into the square of a handle: to the rim of its dot. */
const REACH = HANDLE_SIZE / 2 - 5;

/** A line between two nodes, with a plus to insert a step and, while selected, a bin. */
export function FlowLine({ data, selected, ...ends }: EdgeProps<FlowEdge>) {
  const { sourceX, sourceY, sourcePosition, targetX, targetY, targetPosition } = ends;
  const state = useEditor((editor) => (data ? edgeState(editor.ring, data.edge) : undefined));
  const show = useEditor((editor) => editor.show);
  const select = useEditor((editor) => editor.select);
  const deleteSelected = useEditor((editor) => editor.deleteSelected);
  const [path, labelX, labelY] = getBezierPath({
    sourceX: sourceX - REACH,
    sourceY,
    sourcePosition,
    targetX: targetX + REACH,
    targetY,
    targetPosition,
  });
  if (!data) return null;
  const { edge } = data;

  function insert(event: MouseEvent<HTMLElement>) {
    event.stopPropagation();
    const { right, top } = event.currentTarget.getBoundingClientRect();
    show({ adding: { kind: "edge", edge, at: { x: right + 8, y: top } } });
  }

  function remove(event: MouseEvent) {
    event.stopPropagation();
    select([edgeId(edge)]);
    deleteSelected();
  }

  const tone = [
    edge.port === ERROR_PORT.id ? "is-error" : "",
    selected ? "is-selected" : "",
    state ? `is-${state}` : "",
  ];
  return (
    <>
      <BaseEdge path={path} className={`step-line ${tone.join(" ")}`} interactionWidth={28} />
      <EdgeLabelRenderer>
        <div
          className="step-line-tools nodrag nopan"
          style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
        >
          <button
            type="button"
            aria-label="Insert a step"
            title="Insert a step"
            onClick={insert}
            className="step-line-tool"
          >
            <Plus aria-hidden className="size-3.5" strokeWidth={2.5} />
          </button>
          {selected ? (
            <button
              type="button"
              aria-label="Remove the connection"
              title="Remove the connection"
              onClick={remove}
              className="step-line-tool"
            >
              <Trash2 aria-hidden className="size-3.5" />
            </button>
          ) : null}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}
