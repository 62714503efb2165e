import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { ConnectionList } from "@/components/connections/list/connection-list";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { isAllowed } from "@/lib/domain/accounts/role";
import { PAGE_SIZE_MAX } from "@/lib/domain/page";
import { listConnectionUses } from "@/lib/services/list-connection-uses";
import { listConnections } from "@/lib/services/list-connections";

export const metadata: Metadata = { title: "Connections" };

export default async function ConnectionsPage({ searchParams }: PageProps<"/connections">) {
  const actor = await requireActor();
  const { cursor } = await searchParams;
  const { items, next } = await listConnections(actor, {
    limit: PAGE_SIZE_MAX,
    ...(typeof cursor === "string" ? { cursor } : {}),
  });
  const uses = await listConnectionUses(
    actor,
    items.map(({ id }) => id),
  );
  const mayChange = isAllowed(actor.role, "connection:write");

  return (
    <Page>
      <PageHeader
        title="Connections"
        description="How Doorbell signs in to other services. Steps use them; nobody can read the secrets in them."
        actions={
          mayChange && items.length > 0 ? (
            <LinkButton href="/connections/new">
              <Plus aria-hidden />
              New connection
            </LinkButton>
          ) : null
        }
      />
      <ConnectionList
        rows={items.map((connection) => ({ connection, uses: uses.get(connection.id) ?? [] }))}
        mayTest={isAllowed(actor.role, "connection:test")}
        mayChange={mayChange}
      />
      {next ? (
        <LinkButton href={`/connections?cursor=${next}`} variant="tertiary" className="self-center">
          Older connections
        </LinkButton>
      ) : null}
    </Page>
  );
}
