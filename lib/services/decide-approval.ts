import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { DoorbellError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import type { Approval, ApprovalDecision } from "@/lib/domain/runs/approval";
import { sha256 } from "@/lib/platform/digest";
import { announceApproval, announceQueued } from "@/lib/services/announce";
import { found } from "@/lib/services/found";
import { readAccount } from "@/lib/services/read-account";
import { shownApproval } from "@/lib/services/shown-approval";
import { findApproval, findApprovalByToken, type StoredApproval } from "@/lib/stores/approvals";
import { endWait } from "@/lib/stores/waits";

/** Decides what a run waits for, in the member's name. Refuses when it has been decided, or is over. */
export async function decideApproval(actor: Actor, id: Id<"wait">, decision: ApprovalDecision): Promise<Approval> {
  authorize(actor, "workflow:write");
  const approval = found(await findApproval(actor.workspaceId, id), "approval");
  const { name } = await readAccount(actor);
  return decide(approval, decision, name);
}

/** The same for whoever has the link: its token is all that is asked for. */
export async function decideApprovalByLink(token: string, decision: ApprovalDecision): Promise<Approval> {
  return decide(found(await findApprovalByToken(sha256(token)), "approval"), decision, null);
}

async function decide(approval: StoredApproval, decision: ApprovalDecision, by: string | null): Promise<Approval> {
  const { workspaceId, id, runId, status } = approval;
  // The first decision counts, also of two at once.
  if (status !== "open" || !(await endWait(workspaceId, id, { ...decision, by }))) {
    throw new DoorbellError("conflict", "This has been decided already, or its time is over.");
  }
  announceQueued();
  announceApproval({ workspaceId, id: runId });
  return shownApproval(found(await findApproval(workspaceId, id), "approval"));
}
