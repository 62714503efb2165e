import { route } from "@/app/api/define-route";
import { WorkflowParams } from "@/app/api/v1/params";
import { DraftSave } from "@/lib/domain/workflow/workflow";
import { saveDraft } from "@/lib/services/save-draft";

export const PUT = route({ params: WorkflowParams, input: DraftSave }, ({ actor, params, input }) =>
  saveDraft(actor, params.id, input),
);
