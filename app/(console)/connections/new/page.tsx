import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { NewConnection } from "@/components/connections/new/new-connection";
import { NoRight } from "@/components/connections/no-right";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { findConnectionKind } from "@/lib/catalog/connections";
import { isAllowed } from "@/lib/domain/accounts/role";

export const metadata: Metadata = { title: "New connection" };

export default async function NewConnectionPage({ searchParams }: PageProps<"/connections/new">) {
  const actor = await requireActor();
  const { kind } = await searchParams;
  return (
    <Page>
      <PageHeader
        title="New connection"
        back={{ href: "/connections", label: "Connections" }}
        description="Sign in once to a service, and let as many steps as you like use it."
      />
      {isAllowed(actor.role, "connection:write") ? (
        <NewConnection kind={typeof kind === "string" && findConnectionKind(kind) ? kind : undefined} />
      ) : (
        <NoRight />
      )}
    </Page>
  );
}
