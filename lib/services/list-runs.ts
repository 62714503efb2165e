import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Page } from "@/lib/domain/page";
import type { RunSummary } from "@/lib/domain/runs/run";
import type { RunQuery } from "@/lib/domain/runs/run-query";
import { hideApprovalLinks } from "@/lib/services/hide-approval-links";
import { listRuns as findRuns } from "@/lib/stores/runs";

/** The log of runs, newest first. Why one failed may name a link that it was given. */
export async function listRuns(actor: Actor, query: RunQuery): Promise<Page<RunSummary>> {
  authorize(actor, "run:read");
  const { items, next } = await findRuns(actor.workspaceId, query);
  return { items: items.map((run) => hideApprovalLinks(run, run.id, [])), next };
}
