import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Page } from "@/lib/domain/page";
import type { Approval, ApprovalQuery } from "@/lib/domain/runs/approval";
import { shownApproval } from "@/lib/services/shown-approval";
import { listApprovals as findApprovals } from "@/lib/stores/approvals";

/** The questions that runs wait with, or those that have been decided. */
export async function listApprovals(actor: Actor, query: ApprovalQuery): Promise<Page<Approval>> {
  authorize(actor, "run:read");
  const { items, next } = await findApprovals(actor.workspaceId, query);
  return { items: items.map(shownApproval), next };
}
