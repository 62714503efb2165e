import { BadgeCheck, Check, CopyPlus, type LucideIcon, Send, TriangleAlert } from "lucide-react";
import type { Fate, Outlook } from "@/lib/domain/runs/retry-outlook";

const FATES: Record<Fate, { icon: LucideIcon; tone: string; words: string }> = {
  kept: { icon: Check, tone: "bg-quiet-soft text-quiet", words: "Taken over as it was." },
  "left-out": { icon: BadgeCheck, tone: "bg-good-soft text-good", words: "Left out: it was done already." },
  "same-key": {
    icon: TriangleAlert,
    tone: "bg-warn-soft text-warn",
    words: "Sent again with the same key: no answer was seen before.",
  },
  twice: { icon: CopyPlus, tone: "bg-bad-soft text-bad", words: "Done a second time, with a new key." },
  "to-do": { icon: Send, tone: "bg-busy-soft text-busy", words: "Sent, if the way leads there." },
};

/** What a retry would do outside, step by step. */
export function OutlookList({ outlook }: { outlook: readonly Outlook[] }) {
  return (
    <section aria-label="What it does outside" className="flex flex-col gap-2">
      <h3 className="font-medium text-foreground text-sm">What it does outside</h3>
      {outlook.length === 0 ? (
        <p className="text-muted text-sm">Nothing: no step of this drawing reaches the outside.</p>
      ) : (
        <ul className="flex max-h-52 flex-col divide-y divide-separator overflow-y-auto rounded-xl border border-border">
          {outlook.map(({ nodeId, label, fate }) => {
            const { icon: Icon, tone, words } = FATES[fate];
            return (
              <li key={nodeId} className="flex items-start gap-3 px-3.5 py-2.5 text-sm">
                <span className={`mt-px grid size-5 shrink-0 place-items-center rounded-full ${tone}`}>
                  <Icon aria-hidden className="size-3" strokeWidth={2.5} />
                </span>
                <span className="min-w-0 flex-1">
                  <span className="wrap-anywhere font-medium text-foreground">{label}</span>{" "}
                  <span className="text-muted">{words}</span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
