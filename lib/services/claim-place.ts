import { dedupeKeyOf } from "@/lib/services/dedupe-key";
import { isTaken, type Judgement, type Rung, refuseClosed } from "@/lib/services/judgement";
import type { OpenedEndpoint } from "@/lib/services/open-rung-endpoint";
import { isKnownEvent } from "@/lib/stores/dedupe-keys";
import type { Committed } from "@/lib/stores/delivery-commits";
import { endPlaces, returnPlace, takePlace } from "@/lib/stores/delivery-places";

/** Waits for a delivery's commit, and gives its place back unless it was stored. */
export type SettlePlace = (committing: Promise<Committed>) => Promise<Committed>;

/**
 * Takes one of the deliveries that an endpoint may take in all, or refuses the ring as if there were no such endpoint. A
 * repeat needs no place: its sender may have missed the first answer, and is answered even when no place is left.
 */
export async function claimPlace(endpoint: OpenedEndpoint, judgement: Judgement, nowMs: number): Promise<SettlePlace> {
  const { dedupeSubject } = judgement;
  const { id, deliveriesMax } = endpoint;
  if (isTaken(judgement)) {
    if (dedupeSubject !== null && (await isKnownEvent(dedupeKeyOf(id, dedupeSubject), nowMs))) return withoutPlace;
    const place = await takePlace(id, deliveriesMax);
    if (place) return (committing) => settle(committing, { id, isLast: place.isLast });
  }
  if (isTaken(judgement) || endpoint.isUsedUp) refuseClosed(judgement, "expired");
  return withoutPlace;
}

/** For deliveries that count for nothing. */
export const withoutPlace: SettlePlace = (committing) => committing;

/** Whether the endpoint ends after so many deliveries. Our own rings are not among them. */
export function needsPlace({ deliveriesMax }: OpenedEndpoint, { isOurs }: Rung): boolean {
  return deliveriesMax < Number.POSITIVE_INFINITY && !isOurs;
}

async function settle(
  committing: Promise<Committed>,
  { id, isLast }: Pick<OpenedEndpoint, "id"> & { isLast: boolean },
) {
  let committed: Committed | undefined;
  try {
    committed = await committing;
    return committed;
  } finally {
    if (committed !== "stored") await returnPlace(id);
    else if (isLast) await endPlaces(id);
  }
}
