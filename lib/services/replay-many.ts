import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { type Id, newId } from "@/lib/domain/ids";
import { type BulkReplay, REPLAYED_MAX, type ReplayPlan, replaySeconds } from "@/lib/domain/runs/recovery";
import { announceQueued } from "@/lib/services/announce";
import { forecastEffects } from "@/lib/services/forecast-effects";
import { planReplay } from "@/lib/services/plan-replay";
import { findReplayable, insertReplays } from "@/lib/stores/replays";

/** Runs many deliveries once more, so many a second, or tells what that would do. The id is null when it is only told. */
export async function replayMany(
  actor: Actor,
  { filter, ratePerSecond, dryRun, again }: BulkReplay,
): Promise<ReplayPlan & { id: Id<"replay"> | null }> {
  authorize(actor, "run:write");
  const { workspaceId } = actor;
  const found = await findReplayable(workspaceId, filter, REPLAYED_MAX + 1);
  const deliveries = found.slice(0, REPLAYED_MAX);
  const { workflow, runStatus } = filter;
  const wanted = { workflow, runStatus, again, ratePerSecond, nowMs: Date.now() };
  const replays = await planReplay(workspaceId, deliveries, wanted);
  const queued = replays.filter(({ run }) => run.status === "queued");
  const plan: ReplayPlan = {
    deliveries: new Set(replays.map(({ deliveryId }) => deliveryId)).size,
    runs: queued.length,
    isCut: found.length > REPLAYED_MAX,
    seconds: replaySeconds(queued.length, ratePerSecond),
    effects: await forecastEffects(workspaceId, queued),
  };
  if (dryRun || replays.length === 0) return { ...plan, id: null };
  const id = newId("replay");
  await insertReplays(workspaceId, replays, id);
  announceQueued();
  return { ...plan, id };
}
