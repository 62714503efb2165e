import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor";
import { SourcePage } from "@/components/catalog/source-page";
import { Page } from "@/components/ui/page";
import { findSource } from "@/lib/catalog/sources";

export async function generateMetadata({ params }: PageProps<"/catalog/[source]">): Promise<Metadata> {
  return { title: findSource((await params).source)?.name ?? "Catalog" };
}

export default async function CatalogSourcePage({ params }: PageProps<"/catalog/[source]">) {
  await requireActor();
  const source = findSource((await params).source) ?? notFound();
  return (
    <Page>
      <SourcePage source={source} />
    </Page>
  );
}
