import { BadgeCheck, type LucideIcon, Send, TriangleAlert } from "lucide-react";
import type { ReplayPlan } from "@/lib/domain/runs/recovery";

type Line = ReplayPlan["effects"][number];

type EffectListProps = {
  effects: readonly Line[];
  /** Whether it is one delivery only: then it is told without numbers. */
  isSingle?: boolean;
};

/** What a replay would do outside, by step: how often anew, how often not since it is done, how often nobody knows. */
export function EffectList({ effects, isSingle = false }: EffectListProps) {
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
            {COUNTS.filter(({ key }) => line[key] > 0).map(({ key, icon: Icon, tone, one, many }) => (
              <span key={key} className={`inline-flex items-center gap-1.5 text-sm ${tone}`}>
                <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.25} />
                {isSingle ? one : many(line[key].toLocaleString("en"))}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Filters may stop some, so what is to do is an upper bound. */
const COUNTS: readonly {
  key: "toDo" | "alreadyDone" | "unknown";
  icon: LucideIcon;
  tone: string;
  one: string;
  many: (count: string) => string;
}[] = [
  {
    key: "toDo",
    icon: Send,
    tone: "text-busy",
    one: "Sent, if the way leads there",
    many: (count) => `Up to ${count} to do`,
  },
  {
    key: "alreadyDone",
    icon: BadgeCheck,
    tone: "text-good",
    one: "Left out: done already",
    many: (count) => `${count} done already, left out`,
  },
  {
    key: "unknown",
    icon: TriangleAlert,
    tone: "text-warn",
    one: "Sent again: no answer was seen",
    many: (count) => `${count} unknown, sent again`,
  },
];
