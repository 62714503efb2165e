import { createBatcher } from "@/lib/platform/batcher";
import { isDatabaseAway } from "@/lib/platform/database-away";

const BATCH_SIZE_MAX = 200;
const IN_FLIGHT_MAX = 2;
/** Below this, it is cheaper to wait for what is under way than to make another statement. */
const WORTH_SIZE = 50;
const WAITING_MAX = 100_000;

/** Lets what concurrent runs write or read at the same time share a statement and a commit. */
export function shareCommits<Item, Result>(
  flush: (items: Item[]) => Promise<Result[]>,
): (item: Item) => Promise<Result> {
  return createBatcher({
    flush,
    batchSizeMax: BATCH_SIZE_MAX,
    inFlightMax: IN_FLIGHT_MAX,
    worthSize: WORTH_SIZE,
    waitingMax: WAITING_MAX,
    failsAll: isDatabaseAway,
  });
}
