import { route } from "@/app/api/define-route";
import { WorkflowParams } from "@/app/api/v1/params";
import { setWorkflowStatus } from "@/lib/services/set-workflow-status";

export const POST = route({ params: WorkflowParams }, ({ actor, params }) =>
  setWorkflowStatus(actor, params.id, "paused"),
);
