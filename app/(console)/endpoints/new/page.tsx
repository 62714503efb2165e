import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { NewEndpointForm } from "@/components/endpoints/new/new-endpoint-form";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { findSource } from "@/lib/catalog/sources";

export const metadata: Metadata = { title: "New endpoint" };

export default async function NewEndpointPage({ searchParams }: PageProps<"/endpoints/new">) {
  await requireActor();
  const { source } = await searchParams;
  return (
    <Page width="narrow">
      <PageHeader
        title="New endpoint"
        back={{ href: "/endpoints", label: "Endpoints" }}
        description="An address of its own, which listens from the moment it is made."
      />
      <NewEndpointForm source={typeof source === "string" && findSource(source) ? source : undefined} />
    </Page>
  );
}
