import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor";
import { orNotFound } from "@/app/or-not-found";
import { Editor } from "@/components/editor/editor";
import { idSchema } from "@/lib/domain/ids";
import { listEndpoints } from "@/lib/services/list-endpoints";
import { readWorkflow } from "@/lib/services/read-workflow";

export const metadata: Metadata = { title: "Canvas" };

const ENDPOINTS_OFFERED = 200;

export default async function WorkflowPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idSchema("workflow").safeParse((await params).id).data ?? notFound();
  const [workflow, endpoints] = await Promise.all([
    orNotFound(readWorkflow(actor, id)),
    listEndpoints(actor, { limit: ENDPOINTS_OFFERED }),
  ]);
  return <Editor key={workflow.id} workflow={workflow} endpoints={endpoints.items} />;
}
