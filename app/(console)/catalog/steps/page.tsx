import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { CatalogHead } from "@/components/catalog/catalog-head";
import { groupAnchor, groupNodes } from "@/components/catalog/group-nodes";
import { NodeDocs } from "@/components/catalog/node-docs";
import { StepIndex } from "@/components/catalog/step-index";
import { Page } from "@/components/ui/page";
import { nodes } from "@/lib/catalog/nodes";

export const metadata: Metadata = { title: "Steps" };

const groups = groupNodes(nodes);

export default async function StepsPage() {
  await requireActor();
  return (
    <Page>
      <CatalogHead current="/catalog/steps" />
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[12rem_minmax(0,1fr)]">
        <StepIndex groups={groups} />
        <div className="flex min-w-0 flex-col gap-8">
          {groups.map(({ title, nodes: members }) => (
            <section key={title} id={groupAnchor(title)} className="flex scroll-mt-20 flex-col gap-3 lg:scroll-mt-6">
              <h2 className="font-semibold text-lg tracking-tight">{title}</h2>
              {members.map((node) => (
                <NodeDocs key={node.type} node={node} />
              ))}
            </section>
          ))}
        </div>
      </div>
    </Page>
  );
}
