import { route } from "@/app/api/define-route";
import { ApprovalParams } from "@/app/api/v1/params";
import { ApprovalDecision } from "@/lib/domain/runs/approval";
import { decideApproval } from "@/lib/services/decide-approval";

export const POST = route({ params: ApprovalParams, input: ApprovalDecision }, ({ actor, params, input }) =>
  decideApproval(actor, params.id, input),
);
