import type { Approval } from "@/lib/domain/runs/approval";
import type { StoredApproval } from "@/lib/stores/approvals";

/** An approval without what only we need. */
export function shownApproval({ workspaceId: _, ...approval }: StoredApproval): Approval {
  return approval;
}
