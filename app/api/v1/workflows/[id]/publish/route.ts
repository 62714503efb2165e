import { route } from "@/app/api/define-route";
import { WorkflowParams } from "@/app/api/v1/params";
import { Publication } from "@/lib/domain/workflow/workflow";
import { publishWorkflow } from "@/lib/services/publish-workflow";

export const POST = route({ params: WorkflowParams, input: Publication }, ({ actor, params, input }) =>
  publishWorkflow(actor, params.id, input),
);
