import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { DoorbellError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import type { DeliveryReplay } from "@/lib/domain/runs/recovery";
import type { RunStatus } from "@/lib/domain/runs/run";
import { announceQueued } from "@/lib/services/announce";
import { found } from "@/lib/services/found";
import { planReplay } from "@/lib/services/plan-replay";
import { findDelivery } from "@/lib/stores/deliveries";
import { insertReplays } from "@/lib/stores/replays";

type Replayed = { runs: { id: Id<"run">; workflowId: Id<"workflow">; status: RunStatus }[] };

/** Runs a delivery once more. What was done outside for it is not done again, unless it is asked for. */
export async function replayDelivery(
  actor: Actor,
  id: Id<"delivery">,
  { workflow, again }: DeliveryReplay,
): Promise<Replayed> {
  authorize(actor, "run:write");
  const { workspaceId } = actor;
  const delivery = found(await findDelivery(workspaceId, id), "delivery");
  if (delivery.verdict === "rejected" || delivery.verdict === "held") {
    throw new DoorbellError("conflict", "This delivery was not let in. Process it instead.");
  }
  const replays = await planReplay(workspaceId, [delivery], { workflow, again, nowMs: Date.now() });
  if (replays.length === 0) {
    throw new DoorbellError("conflict", "No published workflow listens to this endpoint.");
  }
  await insertReplays(workspaceId, replays, null);
  announceQueued();
  return { runs: replays.map(({ run: { id: runId, workflowId, status } }) => ({ id: runId, workflowId, status })) };
}
