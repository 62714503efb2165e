import { z } from "zod";
import { triggerOf } from "@/lib/domain/deliveries/trigger-of";
import { type Id, idSchema } from "@/lib/domain/ids";
import { ApprovalOutcome } from "@/lib/domain/runs/approval";
import type { Awaited } from "@/lib/domain/runs/effect";
import { unpackedBody } from "@/lib/services/unpacked-body";
import { findDelivery, findDeliveryBody } from "@/lib/stores/deliveries";

/** How a wait went: the port that it leaves by and what it gives, or why it failed. */
export type WaitOutcome = { ok: true; port: string; output: unknown } | { ok: false; message: string; output: unknown };

const TIMED_OUT: WaitOutcome = { ok: true, port: "timeout", output: { timedOut: true } };

/** What ended a wait for a delivery. */
const DeliveryOutcome = z.object({ deliveryId: idSchema("delivery") });

/** What a closed wait comes to. Null: nothing had happened in time. */
export async function outcomeOf(
  workspaceId: Id<"workspace">,
  awaited: Awaited,
  closed: { outcome: unknown } | null,
): Promise<WaitOutcome> {
  if (!closed) return TIMED_OUT;
  if (awaited.kind === "approval") {
    const outcome = ApprovalOutcome.parse(closed.outcome);
    return { ok: true, port: outcome.decision, output: outcome };
  }
  const { deliveryId } = DeliveryOutcome.parse(closed.outcome);
  const delivery = await findDelivery(workspaceId, deliveryId);
  const bytes = await findDeliveryBody(workspaceId, deliveryId);
  if (!delivery || !bytes) return { ok: false, message: "The delivery is not kept any more.", output: { deliveryId } };
  const output = { deliveryId, ...triggerOf(delivery, await unpackedBody(delivery.headers, bytes)) };
  return { ok: true, port: "out", output };
}
