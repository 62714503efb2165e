import { route } from "@/app/api/define-route";
import { ApprovalQuery } from "@/lib/domain/runs/approval";
import { listApprovals } from "@/lib/services/list-approvals";

export const GET = route({ query: ApprovalQuery }, ({ actor, query }) => listApprovals(actor, query));
