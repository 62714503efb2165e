import { createBatcher } from "@/lib/platform/batcher";
import { isDatabaseAway } from "@/lib/platform/database-away";

/** Small, so that what several runs write at the same time mostly goes together; two, so that one fills while one commits. */
const BATCH_SIZE_MAX = 200;
const IN_FLIGHT_MAX = 2;
const WAITING_MAX = 100_000;

/** Lets what concurrent runs write or read at the same time share a statement and a commit. */
export function shareCommits<Item, Result>(
  flush: (items: Item[]) => Promise<Result[]>,
): (item: Item) => Promise<Result> {
  return createBatcher({
    flush,
    batchSizeMax: BATCH_SIZE_MAX,
    inFlightMax: IN_FLIGHT_MAX,
    waitingMax: WAITING_MAX,
    failsAll: isDatabaseAway,
  });
}
