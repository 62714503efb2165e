import { CircleCheck, CircleX } from "lucide-react";
import type { EventAtHand } from "@/components/deliveries/sample/event-at-hand";
import { EventTag } from "@/components/deliveries/sample/event-tag";
import type { Problem } from "@/lib/domain/deliveries/schema/compile-schema";

type SchemaOutlookProps = { problems: readonly Problem[]; event: EventAtHand };

/** Whether the event at hand would be let in by a schema, and what keeps it out. */
export function SchemaOutlook({ problems, event }: SchemaOutlookProps) {
  const isPassing = problems.length === 0;
  const Icon = isPassing ? CircleCheck : CircleX;
  return (
    <div role="status" className="flex flex-col gap-2 rounded-xl border border-border bg-surface-secondary p-3 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className={`flex items-center gap-2 font-medium ${isPassing ? "text-good" : "text-bad"}`}>
          <Icon aria-hidden className="size-4 shrink-0" />
          {event.origin === "delivery" ? "The latest delivery" : "The sample"} would be{" "}
          {isPassing ? "taken" : "refused"}
        </p>
        <span className="text-muted text-xs">
          <EventTag event={event} />
        </span>
      </div>
      {isPassing ? null : (
        <ul className="flex flex-col gap-1">
          {problems.map(({ path, message }) => (
            <li key={`${path} ${message}`} className="wrap-anywhere flex flex-wrap gap-x-2">
              <code className="font-medium font-mono text-[0.8125rem]">{path || "body"}</code>
              <span className="text-muted">{message}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
