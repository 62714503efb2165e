import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { CatalogHead } from "@/components/catalog/catalog-head";
import { SourceGrid } from "@/components/catalog/source-grid";
import { Page } from "@/components/ui/page";

export const metadata: Metadata = { title: "Catalog" };

export default async function CatalogPage() {
  await requireActor();
  return (
    <Page>
      <CatalogHead current="/catalog" />
      <SourceGrid />
    </Page>
  );
}
