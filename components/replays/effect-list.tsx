import { BadgeCheck, type LucideIcon, Send, TriangleAlert } from "lucide-react";
import type { ReplayPlan } from "@/lib/domain/runs/recovery";

type Line = ReplayPlan["effects"][number];

/** What a replay would do outside, by step: how often anew, how often not since it is done, how often nobody knows. */
export function EffectList({ effects }: { effects: readonly Line[] }) {
  if (effects.length === 0) return <p className="text-muted text-sm">No step of theirs reaches the outside.</p>;
  return (
    <ul className="divide-y divide-separator overflow-hidden rounded-xl border border-border">
      {effects.map((line) => (
        <li
          key={`${line.workflowId} ${line.nodeId}`}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 px-3.5 py-2.5 text-sm"
        >
          <span className="wrap-anywhere min-w-40 flex-1">
            <span className="font-medium text-foreground">{line.nodeName}</span>
            <span className="block text-muted text-xs">{line.workflowName}</span>
          </span>
          <span className="flex flex-wrap gap-x-4 gap-y-1">
            <Count icon={Send} tone="text-busy" count={line.toDo} words="to do" isAtMost />
            <Count icon={BadgeCheck} tone="text-good" count={line.alreadyDone} words="done already, left out" />
            <Count icon={TriangleAlert} tone="text-warn" count={line.unknown} words="unknown, sent again" />
          </span>
        </li>
      ))}
    </ul>
  );
}

type CountProps = {
  icon: LucideIcon;
  tone: string;
  count: number;
  words: string;
  /** Where filters may stop some. */
  isAtMost?: boolean;
};

function Count({ icon: Icon, tone, count, words, isAtMost = false }: CountProps) {
  if (count === 0) return null;
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm ${tone}`}>
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.25} />
      <span>
        {isAtMost ? "up to " : ""}
        <span className="font-semibold tabular-nums">{count.toLocaleString("en")}</span> {words}
      </span>
    </span>
  );
}
