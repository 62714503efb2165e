import type { Id } from "@/lib/domain/ids";
import type { PlannedReply } from "@/lib/domain/runs/effect";
import { listen } from "@/lib/platform/live";
import { findReply } from "@/lib/stores/replies";

/** Those who wait in this process, by the delivery. */
const waiting = new Map<string, () => void>();
let stopListening: (() => void) | undefined;

/** A workflow's answer to a delivery, once it is there; undefined when it does not come in time. */
export async function awaitReply(deliveryId: Id<"delivery">, withinMs: number): Promise<PlannedReply | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const told = new Promise<void>((resolve) => {
    waiting.set(deliveryId, resolve);
    timer = setTimeout(resolve, withinMs);
  });
  // Another process may give the reply. Its word comes a little later than our own.
  stopListening ??= listen(({ kind, data }) => {
    if (kind === "reply") tellReply(data["deliveryId"] ?? "");
  });
  try {
    await told;
    return await findReply(deliveryId);
  } finally {
    clearTimeout(timer);
    waiting.delete(deliveryId);
    if (waiting.size === 0) {
      stopListening();
      stopListening = undefined;
    }
  }
}

/** Says in this process that a delivery has its reply. */
export function tellReply(deliveryId: string): void {
  waiting.get(deliveryId)?.();
}
