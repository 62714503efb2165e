import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { CatalogHead } from "@/components/catalog/catalog-head";
import { NodeDocs } from "@/components/catalog/node-docs";
import { Page } from "@/components/ui/page";
import { nodes } from "@/lib/catalog/nodes";

export const metadata: Metadata = { title: "Steps" };

export default async function StepsPage() {
  await requireActor();
  return (
    <Page>
      <CatalogHead current="/catalog/steps" />
      <section aria-label="Steps" className="flex flex-col gap-3">
        {nodes.map((node) => (
          <NodeDocs key={node.type} node={node} />
        ))}
      </section>
    </Page>
  );
}
