import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor";
import { Editor } from "@/components/editor/editor";
import { DoorbellError } from "@/lib/domain/errors";
import { idSchema } from "@/lib/domain/ids";
import { listEndpoints } from "@/lib/services/list-endpoints";
import { readWorkflow } from "@/lib/services/read-workflow";

export const metadata: Metadata = { title: "Canvas" };

const WorkflowId = idSchema("workflow");
const ENDPOINTS_OFFERED = 200;

export default async function WorkflowPage({ params }: PageProps<"/workflows/[id]">) {
  const actor = await requireActor();
  const id = WorkflowId.safeParse((await params).id);
  if (!id.success) notFound();
  const [workflow, endpoints] = await Promise.all([
    readWorkflow(actor, id.data).catch(notFoundOrThrow),
    listEndpoints(actor, { limit: ENDPOINTS_OFFERED }),
  ]);
  return <Editor key={workflow.id} workflow={workflow} endpoints={endpoints.items} />;
}

function notFoundOrThrow(error: unknown): never {
  if (error instanceof DoorbellError && error.code === "not_found") notFound();
  throw error;
}
