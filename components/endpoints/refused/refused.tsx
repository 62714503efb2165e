import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { groupRefusals, type RefusalGroup } from "@/components/endpoints/refused/group-refusals";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { ShareBar } from "@/components/ui/share-bar";
import type { DeliverySummary } from "@/lib/domain/deliveries/delivery";
import { shortReason } from "@/lib/domain/deliveries/explain";

const SHOWN = 3;

type RefusedProps = {
  endpointId: string;
  refusals: readonly DeliverySummary[];
  /** Whether there are older ones than these. */
  isCut: boolean;
};

/** Why this endpoint refused what it refused: the reasons, how often, and the newest of each. */
export function Refused({ endpointId, refusals, isCut }: RefusedProps) {
  if (refusals.length === 0) {
    return (
      <div className="panel">
        <EmptyState icon={ShieldCheck} title="Nothing was refused">
          Whatever this endpoint does not take is listed here with the reason, and with what would let it in.
        </EmptyState>
      </div>
    );
  }
  return (
    <Section
      title={`${isCut ? "The last " : ""}${refusals.length} refused`}
      description="By reason, the most frequent first. Open one to see what was expected, and to put it right."
      isFlush
      actions={
        <LinkButton href={`/deliveries?endpoint=${endpointId}&verdict=rejected`} variant="ghost" size="sm">
          All in the log
        </LinkButton>
      }
    >
      <ul className="divide-y divide-separator border-separator border-t">
        {groupRefusals(refusals).map((group) => (
          <Reason key={group.reason} group={group} />
        ))}
      </ul>
    </Section>
  );
}

function Reason({ group: { reason, items, share } }: { group: RefusalGroup<DeliverySummary> }) {
  return (
    <li className="grid gap-x-8 gap-y-3 px-4 py-4 sm:px-5 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="flex flex-col gap-2">
        <p className="flex items-baseline justify-between gap-3">
          <span className="font-medium">{shortReason(reason)}</span>
          <span className="font-semibold tabular-nums">
            {items.length}
            <span className="font-normal text-muted text-sm"> {items.length === 1 ? "time" : "times"}</span>
          </span>
        </p>
        <ShareBar share={share} tone="bad" />
      </div>
      <ul className="flex flex-col gap-0.5">
        {items.slice(0, SHOWN).map((item) => (
          <li key={item.id}>
            <Link
              href={`/deliveries/${item.id}`}
              className="flex min-h-7 items-center justify-between gap-3 rounded-md text-sm hover:text-link hover:underline"
            >
              <span className="min-w-0 truncate">
                <span className="font-mono text-[0.8125rem]">{item.method}</span>{" "}
                <span className="text-muted">{item.eventType ?? "without an event type"}</span>
              </span>
              <RelativeTime at={item.receivedAt} className="shrink-0 text-muted text-xs" />
            </Link>
          </li>
        ))}
      </ul>
    </li>
  );
}
