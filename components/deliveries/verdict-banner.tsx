import type { ReactNode } from "react";
import { StatusBanner } from "@/components/log/status-banner";
import { LinkButton } from "@/components/ui/link-button";
import type { Status } from "@/components/ui/status-chip";
import type { Delivery } from "@/lib/domain/deliveries/delivery";
import { explainDelivery } from "@/lib/domain/deliveries/explain";

type VerdictBannerProps = {
  delivery: Delivery;
  /** What can be done about it here, most wanted first. */
  actions?: ReactNode;
};

/** What happened and why, what can be done about it, and the way to where it can be changed. */
export function VerdictBanner({ delivery, actions }: VerdictBannerProps) {
  const { headline, hint } = explainDelivery(delivery);
  return (
    <StatusBanner
      status={statusOf(delivery)}
      headline={headline}
      hint={hint}
      actions={
        <>
          {actions}
          <WayOn delivery={delivery} />
        </>
      }
    />
  );
}

/** What became of it matters more than that the door let it in. */
function statusOf({ verdict, runs }: Delivery): Status {
  if (verdict !== "accepted") return verdict;
  if (runs.some((run) => run.status === "failed")) return "failed";
  if (runs.length === 0) return "received";
  return runs.every((run) => run.status === "filtered") ? "filtered" : "accepted";
}

function WayOn({ delivery: { verdict, endpointId, duplicateOf, runs } }: { delivery: Delivery }): ReactNode {
  if (verdict === "rejected") return link(`/endpoints/${endpointId}`, "Open the endpoint");
  if (duplicateOf) return link(`/deliveries/${duplicateOf}`, "Open the original");
  if (verdict === "accepted" && runs.length === 0) return link("/workflows", "Open workflows");
  const failed = runs.find((run) => run.status === "failed");
  return failed ? link(`/runs/${failed.id}`, "Open the failed run") : null;
}

function link(href: string, words: string): ReactNode {
  return (
    <LinkButton href={href} variant="outline" size="sm">
      {words}
    </LinkButton>
  );
}
