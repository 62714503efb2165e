import { cn } from "@heroui/styles";
import { TriangleAlert } from "lucide-react";
import { NodeIcon } from "@/components/editor/node-icon";
import { CARD, cardSize } from "@/components/editor/node-size";
import { type Status, StatusChip } from "@/components/ui/status-chip";
import type { NodeDefinition, Port } from "@/lib/catalog/nodes/define-node";
import { portsOf } from "@/lib/catalog/nodes/index";
import { type Node, nodeLabel } from "@/lib/domain/workflow/graph";
import type { Problem } from "@/lib/domain/workflow/problem";

export type NodeCardProps = {
  /** Undefined for a type that this version does not know. */
  definition: NodeDefinition | undefined;
  node: Pick<Node, "id" | "name" | "type" | "config">;
  /** What it does, in a few words; null while it is not set up. */
  summary: string | null;
  problems?: readonly Problem[];
  /** How it is doing in the run that is shown. */
  status?: Status | undefined;
  isSelected?: boolean;
  /** Nothing came here in the run that is shown. */
  isDimmed?: boolean;
};

/** A node as the canvas draws it, without handles: those go where node-size.ts says. */
export function NodeCard({ definition, node, summary, problems = [], status, isSelected, isDimmed }: NodeCardProps) {
  const [problem] = problems;
  const ports = portsOf(node);
  return (
    <div
      style={cardSize(ports)}
      className={cn(
        "relative flex flex-col border bg-surface text-left shadow-card transition-[border-color,box-shadow,opacity]",
        definition?.kind === "trigger" ? "rounded-r-xl rounded-l-[1.75rem]" : "rounded-xl",
        problem ? "border-warn/60" : "border-border",
        isSelected ? "border-focus ring-2 ring-focus" : "",
        isDimmed ? "opacity-50" : "",
      )}
    >
      <div style={{ height: CARD.head }} className="flex items-center gap-3 pr-3 pl-3">
        <NodeIcon icon={definition?.icon ?? "box"} kind={definition?.kind ?? "logic"} name={definition?.name} />
        <div className="flex min-w-0 flex-1 flex-col">
          <span className="truncate font-semibold text-sm leading-5">{nodeLabel(node)}</span>
          {problem ? (
            <span className="flex min-w-0 items-center gap-1 text-warn text-xs leading-4" title={problem.message}>
              <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
              <span className="truncate">{problem.message}</span>
            </span>
          ) : (
            <span className="truncate text-muted text-xs leading-4">{summary ?? definition?.summary ?? node.type}</span>
          )}
        </div>
      </div>
      <Ports ports={ports} />
      {status ? (
        <span className="-top-3 absolute right-3 rounded-full bg-surface shadow-card">
          <StatusChip status={status} />
        </span>
      ) : null}
    </div>
  );
}

function Ports({ ports }: { ports: readonly Port[] }) {
  if (ports.length === 0) return null;
  return (
    <ul className="border-separator border-t" style={{ paddingBlock: CARD.foot / 2 - 0.5 }}>
      {ports.map((port) => (
        <li
          key={port.id}
          style={{ height: CARD.portRow }}
          className="flex items-center justify-end pr-5 text-muted text-xs"
        >
          {port.name}
        </li>
      ))}
    </ul>
  );
}
