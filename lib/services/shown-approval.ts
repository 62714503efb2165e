import type { Approval } from "@/lib/domain/runs/approval";
import { hideApprovalLinks } from "@/lib/services/hide-approval-links";
import type { StoredApproval } from "@/lib/stores/approvals";

/** An approval without what only we need, and without a link that its question may name: its reader need not be one who decides. */
export function shownApproval({ workspaceId: _, ...approval }: StoredApproval): Approval {
  return hideApprovalLinks(approval, approval.runId, [approval.nodeId]);
}
