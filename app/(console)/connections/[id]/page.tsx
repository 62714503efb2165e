import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor";
import { orNotFound } from "@/app/or-not-found";
import { ConnectionView } from "@/components/connections/page/connection-view";
import { Page } from "@/components/ui/page";
import { isAllowed } from "@/lib/domain/accounts/role";
import { idSchema } from "@/lib/domain/ids";
import { listConnectionUses } from "@/lib/services/list-connection-uses";
import { readConnection } from "@/lib/services/read-connection";

export const metadata: Metadata = { title: "Connection" };

export default async function ConnectionPage({ params }: PageProps<"/connections/[id]">) {
  const actor = await requireActor();
  const id = idSchema("connection").safeParse((await params).id).data ?? notFound();
  const connection = await orNotFound(readConnection(actor, id));
  const uses = (await listConnectionUses(actor, [id])).get(id) ?? [];
  return (
    <Page>
      <ConnectionView
        connection={connection}
        uses={uses}
        mayTest={isAllowed(actor.role, "connection:test")}
        mayChange={isAllowed(actor.role, "connection:write")}
      />
    </Page>
  );
}
