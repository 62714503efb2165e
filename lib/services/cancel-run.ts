import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { DoorbellError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import type { Run } from "@/lib/domain/runs/run";
import { announceQueued, announceRun } from "@/lib/services/announce";
import { readRun } from "@/lib/services/read-run";
import { cancelRun as writeCancellation } from "@/lib/stores/cancellations";

/** Ends a run that has not ended, and those that it waits for. What is being sent at this moment may still arrive. */
export async function cancelRun(actor: Actor, id: Id<"run">): Promise<Run> {
  authorize(actor, "run:write");
  const before = await readRun(actor, id);
  if (!(await writeCancellation(actor.workspaceId, id, "It was cancelled."))) {
    throw new DoorbellError("conflict", "This run has ended already.");
  }
  announceQueued();
  announceRun({ ...before, workspaceId: actor.workspaceId }, "cancelled");
  return readRun(actor, id);
}
