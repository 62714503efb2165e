import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { ShareBar } from "@/components/ui/share-bar";
import { shortReason } from "@/lib/domain/deliveries/explain";
import type { RefusalGroup, Refusals } from "@/lib/domain/deliveries/refusals";

/** Why this endpoint refused what it refused lately: the reasons, how often, and the newest of each. */
export function Refused({ endpointId, refusals }: { endpointId: string; refusals: Refusals }) {
  const { total, groups } = refusals;
  if (total === 0) {
    return (
      <div className="panel">
        <EmptyState icon={ShieldCheck} title="Nothing was refused">
          <Period refusals={refusals} /> Whatever this endpoint does not take is listed here with the reason, and with
          what would let it in.
        </EmptyState>
      </div>
    );
  }
  return (
    <Section
      title={`${total.toLocaleString("en")} refused`}
      description={
        <>
          <Period refusals={refusals} /> By reason, the most frequent first. Open one to see what was expected, and to
          put it right.
        </>
      }
      isFlush
      actions={
        <LinkButton href={`/deliveries?endpoint=${endpointId}&verdict=rejected`} variant="ghost" size="sm">
          All in the log
        </LinkButton>
      }
    >
      <ul className="divide-y divide-separator border-separator border-t">
        {groups.map((group) => (
          <Reason key={group.reason} group={group} share={group.count / total} />
        ))}
      </ul>
    </Section>
  );
}

/** Which deliveries were looked at. */
function Period({ refusals: { since, isCut } }: { refusals: Refusals }) {
  if (!isCut) return <>In the last seven days.</>;
  return (
    <>
      Among the newest 10,000 deliveries, since <RelativeTime at={since} />: so many come that older ones are not
      counted.
    </>
  );
}

function Reason({ group: { reason, count, newest }, share }: { group: RefusalGroup; share: number }) {
  return (
    <li className="grid gap-x-8 gap-y-3 px-4 py-4 sm:px-5 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="flex flex-col gap-2">
        <p className="flex items-baseline justify-between gap-3">
          <span className="font-medium">{shortReason(reason)}</span>
          <span className="font-semibold tabular-nums">
            {count.toLocaleString("en")}
            <span className="font-normal text-muted text-sm"> {count === 1 ? "time" : "times"}</span>
          </span>
        </p>
        <ShareBar share={share} tone="bad" />
      </div>
      <ul className="flex flex-col gap-0.5">
        {newest.map((refused) => (
          <li key={refused.id}>
            <Link
              href={`/deliveries/${refused.id}`}
              className="flex min-h-7 items-center justify-between gap-3 rounded-md text-sm hover:text-link hover:underline"
            >
              <span className="min-w-0 truncate">
                <span className="font-mono text-[0.8125rem]">{refused.method}</span>{" "}
                <span className="text-muted">{refused.eventType ?? "without an event type"}</span>
              </span>
              <RelativeTime at={refused.receivedAt} className="shrink-0 text-muted text-xs" />
            </Link>
          </li>
        ))}
      </ul>
    </li>
  );
}
