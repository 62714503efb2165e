import type { PlannedReply } from "@/lib/domain/runs/effect";
import { announce } from "@/lib/platform/live";
import { tellReply } from "@/lib/services/await-reply";
import type { Done } from "@/lib/services/steps/done";
import type { RunInProgress } from "@/lib/services/take-up-run";
import { saveReply } from "@/lib/stores/replies";

/** Leaves an answer for the sender of the run's delivery, who may be waiting for it. The first answer counts. */
export async function giveReply(run: RunInProgress, reply: PlannedReply): Promise<Done> {
  const { deliveryId, workspaceId, id } = run;
  if (!deliveryId) return { ok: true, output: { given: false, reason: "Nobody waits: no delivery began this run." } };
  const given = await saveReply({ workspaceId, deliveryId, runId: id, ...reply });
  if (!given) return { ok: true, output: { given, reason: "Another step had answered before." } };
  tellReply(deliveryId);
  announce({ workspaceId, kind: "reply", data: { deliveryId } });
  return { ok: true, output: { given, reason: null } };
}
