import type { Approval } from "@/lib/domain/runs/approval";
import { sha256 } from "@/lib/platform/digest";
import { shownApproval } from "@/lib/services/shown-approval";
import { findApprovalByToken } from "@/lib/stores/approvals";

/** What a link asks; whoever has the link may know. Undefined before the run has come to the question. */
export async function readApprovalLink(token: string): Promise<Approval | undefined> {
  const approval = await findApprovalByToken(sha256(token));
  return approval && shownApproval(approval);
}
