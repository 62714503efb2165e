import { CornerDownRight, TriangleAlert } from "lucide-react";
import { NodeIcon } from "@/components/editor/node-icon";
import type { OutlineRow } from "@/components/editor/outline/outline-rows";
import { useEditor } from "@/components/editor/store/editor-context";
import { nodeLabel } from "@/lib/domain/workflow/graph";

type OutlineLineProps = { row: OutlineRow; isCurrent: boolean; onFocus: () => void; onOpen: () => void };

/** One line of the outline. */
export function OutlineLine({ row, isCurrent, onFocus, onOpen }: OutlineLineProps) {
  const isSelected = useEditor((state) => row.kind === "node" && state.selected.has(row.node.id));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it has the keys.
    <div
      role="treeitem"
      tabIndex={isCurrent ? 0 : -1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={isSelected}
      onFocus={onFocus}
      onClick={onOpen}
      style={{ paddingInlineStart: `${(row.level - 1) * 0.75 + 0.375}rem` }}
      className={`flex min-h-9 cursor-pointer items-center gap-2 rounded-lg py-1 pr-2 text-sm focus-visible:-outline-offset-2 ${isSelected ? "bg-accent-soft" : "hover:bg-surface-secondary"}`}
    >
      {row.kind === "node" ? <NodeWords row={row} /> : <PortWords row={row} />}
    </div>
  );
}

function NodeWords({ row }: { row: OutlineRow & { kind: "node" } }) {
  const problem = useEditor((state) => state.problems.byNode.get(row.node.id)?.[0]?.message);
  return (
    <>
      <NodeIcon
        icon={row.definition?.icon ?? "box"}
        kind={row.definition?.kind ?? "logic"}
        name={row.definition?.name}
        size="sm"
      />
      <span className="min-w-0 truncate font-medium">{nodeLabel(row.node)}</span>
      {row.isRepeat ? <span className="shrink-0 text-muted text-xs">see above</span> : null}
      {problem ? (
        <span className="ml-auto shrink-0 text-warn" title={problem}>
          <TriangleAlert aria-hidden className="size-3.5" />
          <span className="sr-only">{problem}</span>
        </span>
      ) : null}
    </>
  );
}

function PortWords({ row }: { row: OutlineRow & { kind: "port" } }) {
  return (
    <>
      <CornerDownRight aria-hidden className="size-3.5 shrink-0 text-muted" />
      <span className="text-muted">
        {row.port.name}
        {row.isFree ? <span className="text-xs"> · nothing yet</span> : ""}
      </span>
    </>
  );
}
