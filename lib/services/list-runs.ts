import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Page } from "@/lib/domain/page";
import type { RunSummary } from "@/lib/domain/runs/run";
import type { RunQuery } from "@/lib/domain/runs/run-query";
import { listRuns as findRuns } from "@/lib/stores/runs";

/** The log of runs, newest first. */
export async function listRuns(actor: Actor, query: RunQuery): Promise<Page<RunSummary>> {
  authorize(actor, "run:read");
  return findRuns(actor.workspaceId, query);
}
