import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import type { LedgerEntry } from "@/lib/domain/runs/recovery";
import { readRun } from "@/lib/services/read-run";
import { listEffectsOfRun } from "@/lib/stores/effects";

/** The ledger of a run: what it and the runs that share its keys have done outside, however many attempts it took. */
export async function listEffects(actor: Actor, runId: Id<"run">): Promise<{ items: LedgerEntry[]; next: null }> {
  authorize(actor, "run:read");
  await readRun(actor, runId);
  return { items: await listEffectsOfRun(actor.workspaceId, runId), next: null };
}
