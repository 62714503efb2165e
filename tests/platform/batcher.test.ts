import { expect, test } from "vitest";
import { BatcherFullError, createBatcher } from "@/lib/platform/batcher";

test("callers who arrive together share a batch, and each gets its own answer", async () => {
  const batches: number[][] = [];
  const double = createBatcher<number, number>({
    flush: async (items) => {
      batches.push(items);
      return items.map((item) => item * 2);
    },
    batchSizeMax: 3,
    inFlightMax: 1,
    waitingMax: 100,
  });
  expect(await Promise.all([1, 2, 3, 4, 5].map(double))).toEqual([2, 4, 6, 8, 10]);
  expect(batches).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
});

test("a batch that fails fails for those in it only", async () => {
  const work = createBatcher<string, string>({
    flush: async (items) => {
      if (items.includes("bad")) throw new Error("no");
      return items;
    },
    batchSizeMax: 1,
    inFlightMax: 2,
    waitingMax: 100,
  });
  const [good, bad] = await Promise.allSettled([work("good"), work("bad")]);
  expect([good?.status, bad?.status]).toEqual(["fulfilled", "rejected"]);
});

test("beyond what may wait, callers are refused at once", async () => {
  const work = createBatcher<number, number>({
    flush: () => new Promise(() => {}),
    batchSizeMax: 1,
    inFlightMax: 1,
    waitingMax: 2,
  });
  void work(1);
  void work(2);
  await expect(work(3)).rejects.toBeInstanceOf(BatcherFullError);
});

test("a batch stays within its weight, but an item that is heavier on its own still leaves", async () => {
  const batches: number[][] = [];
  const work = createBatcher<number, number>({
    flush: async (items) => {
      batches.push(items);
      return items;
    },
    batchSizeMax: 10,
    inFlightMax: 1,
    waitingMax: 100,
    weigh: (item) => item,
    batchWeightMax: 5,
  });
  await Promise.all([2, 3, 1, 9, 4].map(work));
  expect(batches).toEqual([[2, 3], [1], [9], [4]]);
});

test("an error that awaits everybody is told to everybody at once", async () => {
  let flushes = 0;
  const work = createBatcher<number, number>({
    flush: async () => {
      flushes += 1;
      throw new Error("away");
    },
    batchSizeMax: 1,
    inFlightMax: 1,
    waitingMax: 100,
    failsAll: (error) => error instanceof Error && error.message === "away",
  });
  const ends = await Promise.allSettled([1, 2, 3].map(work));
  expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(flushes).toBe(1);
});

test("an item that fails a batch for its own reasons fails alone", async () => {
  const work = createBatcher<string, string>({
    flush: async (items) => {
      if (items.includes("bad")) throw new Error("no");
      return items;
    },
    batchSizeMax: 10,
    inFlightMax: 1,
    waitingMax: 100,
    failsAll: () => false,
  });
  const ends = await Promise.allSettled(["good", "bad", "fine"].map(work));
  expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});
