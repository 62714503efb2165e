import { BellPlus, Plus } from "lucide-react";
import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { EndpointRow } from "@/components/endpoints/endpoint-row";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { idSchema } from "@/lib/domain/ids";
import { listDeliveries } from "@/lib/services/list-deliveries";
import { listEndpoints } from "@/lib/services/list-endpoints";

export const metadata: Metadata = { title: "Endpoints" };

const ROWS = 25;

export default async function EndpointsPage({ searchParams }: PageProps<"/endpoints">) {
  const actor = await requireActor();
  const { data: cursor } = idSchema("endpoint").safeParse((await searchParams)["cursor"]);
  const { items, next } = await listEndpoints(actor, { limit: ROWS, ...(cursor ? { cursor } : {}) });
  const rows = await Promise.all(
    items.map(async (endpoint) => {
      const [last] = (await listDeliveries(actor, { endpoint: endpoint.id, limit: 1 })).items;
      return { endpoint, last };
    }),
  );

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
      {rows.length === 0 ? (
        <div className="panel">
          <EmptyState
            icon={BellPlus}
            title="No endpoints yet"
            actions={<LinkButton href="/endpoints/new">Make the first one</LinkButton>}
          >
            An endpoint is a random address. Give it to GitHub, Stripe, a form or your own code, and see what arrives.
          </EmptyState>
        </div>
      ) : (
        <ul className="panel divide-y divide-separator">
          {rows.map(({ endpoint, last }) => (
            <EndpointRow key={endpoint.id} endpoint={endpoint} last={last} />
          ))}
        </ul>
      )}
      {next ? (
        <LinkButton href={`/endpoints?cursor=${next}`} variant="tertiary" className="self-center">
          Older endpoints
        </LinkButton>
      ) : null}
    </Page>
  );
}
