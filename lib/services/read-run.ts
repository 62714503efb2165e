import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import type { Run } from "@/lib/domain/runs/run";
import { found } from "@/lib/services/found";
import { findRun } from "@/lib/stores/runs";

/** A run with its steps and every attempt. */
export async function readRun(actor: Actor, id: Id<"run">): Promise<Run> {
  authorize(actor, "run:read");
  return found(await findRun(actor.workspaceId, id), "run");
}
