import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor";
import { listEvery } from "@/app/list-every";
import { orNotFound } from "@/app/or-not-found";
import { Editor } from "@/components/editor/editor";
import type { Offers } from "@/components/editor/store/offers";
import type { Actor } from "@/lib/domain/accounts/actor";
import { isAllowed } from "@/lib/domain/accounts/role";
import { type Id, idSchema } from "@/lib/domain/ids";
import { listConnections } from "@/lib/services/list-connections";
import { listEndpoints } from "@/lib/services/list-endpoints";
import { listWorkflowNames } from "@/lib/services/list-workflow-names";
import { readWorkflow } from "@/lib/services/read-workflow";

export const metadata: Metadata = { title: "Canvas" };

export default async function WorkflowPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idSchema("workflow").safeParse((await params).id).data ?? notFound();
  const [workflow, offers] = await Promise.all([orNotFound(readWorkflow(actor, id)), readOffers(actor, id)]);
  return <Editor key={workflow.id} workflow={workflow} offers={offers} />;
}

async function readOffers(actor: Actor, id: Id<"workflow">): Promise<Offers> {
  const [endpoints, connections, workflows] = await Promise.all([
    listEvery((query) => listEndpoints(actor, query)),
    listEvery((query) => listConnections(actor, query)),
    listWorkflowNames(actor),
  ]);
  return {
    endpoints,
    connections,
    mayConnect: isAllowed(actor.role, "connection:write"),
    workflows: workflows.filter((workflow) => workflow.id !== id),
  };
}
