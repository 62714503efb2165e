import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import type { ReplayProgress } from "@/lib/domain/runs/recovery";
import { found } from "@/lib/services/found";
import { cancelWaiting, countReplay } from "@/lib/stores/replays";

/** How far a replay has come. */
export async function readReplay(actor: Actor, id: Id<"replay">): Promise<ReplayProgress> {
  authorize(actor, "run:read");
  return { id, ...found(await countReplay(actor.workspaceId, id), "replay") };
}

/** Takes back the runs of a replay that have not begun. */
export async function cancelReplay(actor: Actor, id: Id<"replay">): Promise<ReplayProgress> {
  authorize(actor, "run:write");
  await cancelWaiting(actor.workspaceId, id);
  return readReplay(actor, id);
}
