import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { listEvery } from "@/app/list-every";
import { EndpointList } from "@/components/endpoints/list/endpoint-list";
import { searchEndpoints } from "@/components/endpoints/list/search-endpoints";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import type { Actor } from "@/lib/domain/accounts/actor";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";
import { idSchema } from "@/lib/domain/ids";
import { listDeliveries } from "@/lib/services/list-deliveries";
import { listEndpoints } from "@/lib/services/list-endpoints";

export const metadata: Metadata = { title: "Endpoints" };

const ROWS = 25;

export default async function EndpointsPage({ searchParams }: PageProps<"/endpoints">) {
  const actor = await requireActor();
  const { q, cursor } = await searchParams;
  // Names are searched here, where all of them are: the API has no search for them.
  const items = await listEvery((query) => listEndpoints(actor, query));
  const found = searchEndpoints(items, typeof q === "string" ? q : "");
  const start = found.findIndex(({ id }) => id === idSchema("endpoint").safeParse(cursor).data) + 1;
  const rows = await withLastDelivery(actor, found.slice(start, start + ROWS));
  const next = found.length > start + ROWS ? new URLSearchParams({ cursor: rows.at(-1)?.endpoint.id ?? "" }) : null;
  if (next && typeof q === "string") next.set("q", q);

  return (
    <Page>
      <LiveRefresh kinds={["delivery"]} />
      <PageHeader
        title="Endpoints"
        description="Addresses that somebody can ring: one for each sender, and as many workflows behind it as you like."
        actions={
          <LinkButton href="/endpoints/new">
            <Plus aria-hidden />
            New endpoint
          </LinkButton>
        }
      />
      <EndpointList rows={rows} total={items.length} />
      {next ? (
        <LinkButton href={`/endpoints?${next}`} variant="tertiary" className="self-center">
          Older endpoints
        </LinkButton>
      ) : null}
    </Page>
  );
}

function withLastDelivery(actor: Actor, endpoints: readonly Endpoint[]) {
  return Promise.all(
    endpoints.map(async (endpoint) => {
      const [last] = (await listDeliveries(actor, { endpoint: endpoint.id, limit: 1 })).items;
      return { endpoint, last };
    }),
  );
}
