import { route } from "@/app/api/define-route";
import { WorkflowParams } from "@/app/api/v1/params";
import { WorkflowChange } from "@/lib/domain/workflow/workflow";
import { deleteWorkflow } from "@/lib/services/delete-workflow";
import { readWorkflow } from "@/lib/services/read-workflow";
import { renameWorkflow } from "@/lib/services/rename-workflow";

export const GET = route({ params: WorkflowParams }, ({ actor, params }) => readWorkflow(actor, params.id));

export const PATCH = route({ params: WorkflowParams, input: WorkflowChange }, ({ actor, params, input }) =>
  renameWorkflow(actor, params.id, input),
);

export const DELETE = route({ params: WorkflowParams }, ({ actor, params }) => deleteWorkflow(actor, params.id));
