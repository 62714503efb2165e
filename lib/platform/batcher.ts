type Waiting<Item, Result> = {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
};

type BatcherOptions<Item, Result> = {
  /** Handles a batch and answers for each item, in order. */
  flush: (items: Item[]) => Promise<Result[]>;
  batchSizeMax: number;
  inFlightMax: number;
  /** While a batch is in flight, another leaves beside it only with as many items. Fewer wait, since company is cheaper. */
  worthSize?: number;
  waitingMax: number;
  /** How much an item weighs, where a batch may not weigh more than `batchWeightMax`; it always has one item. */
  weigh?: (item: Item) => number;
  batchWeightMax?: number;
  /**
   * Whether those who wait would fail just the same as the batch that did. Then they are told at once. Otherwise each of
   * the batch is tried alone, so that one fails nobody else; a failed flush must have done nothing.
   */
  failsAll?: (error: unknown) => boolean;
};

/** Thrown to a caller whom the batcher has no room for. */
export class BatcherFullError extends Error {
  override name = "BatcherFullError" as const;
}

/**
 * Lets concurrent callers share one costly operation, such as a database commit. A batch leaves as soon as a slot is
 * free, not by a timer: alone, a caller waits for nobody; under load, batches grow by themselves.
 */
export function createBatcher<Item, Result>(options: BatcherOptions<Item, Result>): (item: Item) => Promise<Result> {
  const { worthSize = 1 } = options;
  const waiting: Waiting<Item, Result>[] = [];
  let inFlight = 0;

  function pump(): void {
    while (inFlight < options.inFlightMax && waiting.length >= (inFlight === 0 ? 1 : worthSize)) {
      inFlight += 1;
      void run(waiting.splice(0, nextBatchSize()));
    }
  }

  function nextBatchSize(): number {
    const { batchSizeMax, batchWeightMax = Number.POSITIVE_INFINITY, weigh = () => 0 } = options;
    let weight = 0;
    const excess = waiting.slice(0, batchSizeMax).findIndex(({ item }) => {
      weight += weigh(item);
      return weight > batchWeightMax;
    });
    return excess < 0 ? batchSizeMax : Math.max(1, excess);
  }

  async function run(batch: Waiting<Item, Result>[]): Promise<void> {
    await perform(batch);
    inFlight -= 1;
    pump();
  }

  async function perform(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await options.flush(batch.map(({ item }) => item));
      for (const [index, { resolve, reject }] of batch.entries()) {
        if (index in results) resolve(results[index] as Result);
        else reject(new Error("The batch left an item without an answer."));
      }
    } catch (error) {
      await fail(batch, error);
    }
  }

  async function fail(batch: Waiting<Item, Result>[], error: unknown): Promise<void> {
    const isEverybodys = options.failsAll?.(error);
    if (isEverybodys === false && batch.length > 1) {
      for (const alone of batch) await perform([alone]);
      return;
    }
    const others = isEverybodys ? waiting.splice(0) : [];
    for (const { reject } of [...batch, ...others]) reject(error);
  }

  return function join(item: Item): Promise<Result> {
    if (waiting.length >= options.waitingMax) return Promise.reject(new BatcherFullError("Too many are waiting."));
    return new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // After this turn of the event loop, so that callers who arrive together leave together.
      if (waiting.length === 1 || waiting.length === worthSize) setImmediate(pump);
    });
  };
}
