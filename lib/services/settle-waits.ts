import { z } from "zod";
import { matchesEventType } from "@/lib/domain/deliveries/event-type-pattern";
import { triggerOf } from "@/lib/domain/deliveries/trigger-of";
import { readPath } from "@/lib/domain/json/read-path";
import { unpackedBody } from "@/lib/services/unpacked-body";
import { endWaitsForRuns } from "@/lib/stores/child-runs";
import { findDelivery, findDeliveryBody } from "@/lib/stores/deliveries";
import { type DeliveryWait, endWait, listAcceptedSince, listDeliveryWaits, noteScanned } from "@/lib/stores/waits";

const Asked = z.object({ eventTypes: z.array(z.string()), path: z.string(), equals: z.string() });

/** Ends the waits for which something has happened: the delivery has come, or the runs have ended. */
export async function settleWaits(): Promise<void> {
  await endWaitsForRuns(null);
  for (const wait of await listDeliveryWaits()) await look(wait);
}

/** Looks at the deliveries that have come since the last look. */
async function look(wait: DeliveryWait): Promise<void> {
  const asked = Asked.parse(wait.asked);
  for (const id of await listAcceptedSince(wait)) {
    if (await isAwaited(wait, id, asked)) {
      await endWait(wait.workspaceId, wait.id, { deliveryId: id });
      return;
    }
    await noteScanned(wait.id, id);
  }
}

async function isAwaited(
  { workspaceId }: DeliveryWait,
  id: Awaited<ReturnType<typeof listAcceptedSince>>[number],
  { eventTypes, path, equals }: z.infer<typeof Asked>,
): Promise<boolean> {
  const delivery = await findDelivery(workspaceId, id);
  const bytes = delivery && (await findDeliveryBody(workspaceId, id));
  if (!delivery || !bytes || !matchesEventType(eventTypes, delivery.eventType)) return false;
  if (path === "") return true;
  const { body } = triggerOf(delivery, await unpackedBody(delivery.headers, bytes));
  const value = readPath(body, path);
  return value !== undefined && value !== null && String(value) === equals;
}
