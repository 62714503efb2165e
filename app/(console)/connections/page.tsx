import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { listEvery } from "@/app/list-every";
import { ConnectionList } from "@/components/connections/list/connection-list";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { isAllowed } from "@/lib/domain/accounts/role";
import { listConnectionUses } from "@/lib/services/list-connection-uses";
import { listConnections } from "@/lib/services/list-connections";

export const metadata: Metadata = { title: "Connections" };

export default async function ConnectionsPage() {
  const actor = await requireActor();
  const connections = await listEvery((query) => listConnections(actor, query));
  const uses = await listConnectionUses(
    actor,
    connections.map(({ id }) => id),
  );
  const mayChange = isAllowed(actor.role, "connection:write");

  return (
    <Page>
      <PageHeader
        title="Connections"
        description="How Doorbell signs in to other services. Steps use them; nobody can read the secrets in them."
        actions={
          mayChange && connections.length > 0 ? (
            <LinkButton href="/connections/new">
              <Plus aria-hidden />
              New connection
            </LinkButton>
          ) : null
        }
      />
      <ConnectionList
        rows={connections.map((connection) => ({ connection, uses: uses.get(connection.id) ?? [] }))}
        mayTest={isAllowed(actor.role, "connection:test")}
        mayChange={mayChange}
      />
    </Page>
  );
}
