import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import type { LedgerEntry } from "@/lib/domain/runs/recovery";
import { hideApprovalLinks } from "@/lib/services/hide-approval-links";
import { readRun } from "@/lib/services/read-run";
import { approvalIds } from "@/lib/services/steps/approval-link";
import { listEffectsOfRun } from "@/lib/stores/effects";
import { readVersionGraph } from "@/lib/stores/version-graphs";

/** The ledger of a run: what it and the runs that share its keys have done outside, however many attempts it took. */
export async function listEffects(actor: Actor, runId: Id<"run">): Promise<{ items: LedgerEntry[]; next: null }> {
  authorize(actor, "run:read");
  const run = await readRun(actor, runId);
  const graph = await readVersionGraph(run.workflowId, run.version);
  const items = await listEffectsOfRun(actor.workspaceId, runId);
  return { items: hideApprovalLinks(items, runId, approvalIds(graph)), next: null };
}
