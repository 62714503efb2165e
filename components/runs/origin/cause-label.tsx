import {
  BellRing,
  CalendarClock,
  History,
  List,
  type LucideIcon,
  MousePointerClick,
  RotateCcw,
  Siren,
  Workflow,
} from "lucide-react";
import type { RunCause } from "@/lib/domain/runs/run";

/** What a run began with: its word and its icon, the same everywhere. */
export const CAUSES = {
  delivery: { word: "Delivery", icon: BellRing },
  schedule: { word: "Schedule", icon: CalendarClock },
  manual: { word: "By hand", icon: MousePointerClick },
  failure: { word: "A failure", icon: Siren },
  workflow: { word: "A workflow", icon: Workflow },
  item: { word: "List item", icon: List },
  retry: { word: "Retry", icon: RotateCcw },
  replay: { word: "Once more", icon: History },
} as const satisfies Record<RunCause, { word: string; icon: LucideIcon }>;

export function CauseLabel({ cause }: { cause: RunCause }) {
  const { word, icon: Icon } = CAUSES[cause];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Icon aria-hidden className="size-3.5 shrink-0 opacity-75" strokeWidth={2} />
      {word}
    </span>
  );
}
