import { route } from "@/app/api/define-route";
import { WorkflowParams } from "@/app/api/v1/params";
import { ManualStart } from "@/lib/domain/workflow/workflow";
import { startWorkflow } from "@/lib/services/start-workflow";

export const POST = route({ params: WorkflowParams, input: ManualStart, status: 201 }, ({ actor, params, input }) =>
  startWorkflow(actor, params.id, input),
);
