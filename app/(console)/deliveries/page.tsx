import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { DeliveryLog } from "@/components/deliveries/delivery-log";
import { LiveIndicator } from "@/components/live/live-indicator";
import { readSearch, type SearchParams } from "@/components/log/filters/read-search";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { isAllowed } from "@/lib/domain/accounts/role";
import { DeliveryQuery } from "@/lib/domain/deliveries/delivery-query";
import { PAGE_SIZE_MAX } from "@/lib/domain/page";
import { ReplayFilter } from "@/lib/domain/runs/recovery";
import { listDeliveries } from "@/lib/services/list-deliveries";
import { listEndpoints } from "@/lib/services/list-endpoints";

export const metadata: Metadata = { title: "Deliveries" };

export default async function DeliveriesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor();
  const { query, search } = readSearch(DeliveryQuery.omit({ cursor: true, limit: true }), await searchParams);
  const [deliveries, endpoints] = await Promise.all([
    listDeliveries(actor, DeliveryQuery.parse(query)),
    listEndpoints(actor, { limit: PAGE_SIZE_MAX }),
  ]);

  return (
    <Page width="wide">
      <PageHeader
        title="Deliveries"
        description="Everything that rang, also what was refused, with the reason."
        actions={
          <>
            <LiveIndicator />
            {isAllowed(actor.role, "run:write") && isReplayable(query["verdict"]) ? (
              <LinkButton href={`/replays/new?${search}`} variant="outline">
                Run these once more…
              </LinkButton>
            ) : null}
          </>
        }
      />
      <DeliveryLog
        initial={deliveries}
        search={search}
        endpoints={endpoints.items.map(({ id, name, url }) => ({ id, name, url }))}
      />
    </Page>
  );
}

/** What was refused or is held has to be let in first. Without a verdict, those that were accepted are meant. */
function isReplayable(verdict: string | undefined): boolean {
  return verdict === undefined || ReplayFilter.shape.verdict.safeParse(verdict).success;
}
