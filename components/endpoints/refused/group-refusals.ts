import type { DeliverySummary } from "@/lib/domain/deliveries/delivery";

type Refusal = Pick<DeliverySummary, "id" | "reason" | "receivedAt">;

/** All refusals for one reason, newest first. */
export type RefusalGroup<Item extends Refusal = Refusal> = { reason: string; items: Item[]; share: number };

/** Refusals by reason, the most frequent first. Those given come newest first, as the log has them. */
export function groupRefusals<Item extends Refusal>(refusals: readonly Item[]): RefusalGroup<Item>[] {
  const groups = new Map<string, Item[]>();
  for (const refusal of refusals) {
    const reason = refusal.reason ?? "";
    groups.set(reason, [...(groups.get(reason) ?? []), refusal]);
  }
  return [...groups]
    .map(([reason, items]) => ({ reason, items, share: items.length / refusals.length }))
    .toSorted((one, other) => other.items.length - one.items.length);
}
