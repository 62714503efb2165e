"use client";

import { Button } from "@heroui/react";
import { Plus, Trash2 } from "lucide-react";
import type { OutlineRow } from "@/components/editor/outline/outline-rows";
import { shapeOf } from "@/components/editor/shape-of";
import { useEditor } from "@/components/editor/store/editor-context";
import { SelectBox } from "@/components/fields/select-box";
import { whyNot } from "@/lib/domain/workflow/edit/connect";
import { nodeLabel } from "@/lib/domain/workflow/graph";

/** What can be done at the outline's current line. */
export function OutlineActions({ row }: { row: OutlineRow }) {
  const graph = useEditor((state) => state.history.present);
  const show = useEditor((state) => state.show);
  const connect = useEditor((state) => state.connect);
  const select = useEditor((state) => state.select);
  const deleteSelected = useEditor((state) => state.deleteSelected);
  const { node } = row;
  const port = row.kind === "port" ? row.port.id : (shapeOf(node)?.ports[0] ?? null);
  const targets = graph.nodes.filter(
    ({ id }) => port !== null && whyNot(graph, { from: node.id, port, to: id }, shapeOf) === undefined,
  );

  return (
    <div
      role="toolbar"
      aria-label={`For “${nodeLabel(node)}”`}
      className="flex flex-col gap-2 border-separator border-t p-2.5"
    >
      <div className="flex items-center gap-1.5">
        {port === null ? null : (
          <Button
            size="sm"
            variant="outline"
            className="flex-1"
            onPress={() => show({ adding: { kind: "port", from: node.id, port } })}
          >
            <Plus aria-hidden />
            Add after
          </Button>
        )}
        <Button
          size="sm"
          variant="outline"
          className="flex-1 text-bad"
          onPress={() => {
            select([node.id]);
            deleteSelected();
          }}
        >
          <Trash2 aria-hidden />
          Delete
        </Button>
      </div>
      {port !== null && targets.length > 0 ? (
        <SelectBox
          aria-label="Connect to…"
          placeholder="Connect to…"
          value=""
          onChange={(to) => connect({ from: node.id, port, to })}
          choices={targets.map((target) => ({ value: target.id, label: nodeLabel(target) }))}
        />
      ) : null}
    </div>
  );
}
