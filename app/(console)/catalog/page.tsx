import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { NodeDocs } from "@/components/catalog/node-docs";
import { SourceList } from "@/components/catalog/source-list";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { nodes } from "@/lib/catalog/nodes";

export const metadata: Metadata = { title: "Catalog" };

export default async function CatalogPage() {
  await requireActor();
  return (
    <Page>
      <PageHeader title="Catalog" description="Everything that can be put on a canvas, and everyone who can ring." />
      <section aria-labelledby="steps" className="flex flex-col gap-3">
        <h2 id="steps" className="font-semibold text-lg tracking-tight">
          Steps
        </h2>
        {nodes.map((node) => (
          <NodeDocs key={node.type} node={node} />
        ))}
      </section>
      <section aria-labelledby="sources" className="flex flex-col gap-3">
        <h2 id="sources" className="font-semibold text-lg tracking-tight">
          Sources
        </h2>
        <SourceList />
      </section>
    </Page>
  );
}
