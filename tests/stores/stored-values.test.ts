import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { type Id, newId } from "@/lib/domain/ids";
import type { StoreChange } from "@/lib/domain/runs/effect";
import { changeStoredValue } from "@/lib/stores/stored-values";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

type Done = { ok: true; output: unknown } | { ok: false; message: string };

/** Does a change as one step of a run, and gives what it gave, or why it failed. */
async function change(run: { workspaceId: Id<"workspace">; id: Id<"run"> }, nodeId: string, asked: StoreChange) {
  const ended = (done: Done) => ({
    nodeId,
    status: done.ok ? ("done" as const) : ("failed" as const),
    port: done.ok ? "out" : null,
    input: null,
    output: done.ok ? done.output : null,
    error: done.ok ? null : done.message,
    startedAtMs: 1,
    endedAtMs: 2,
  });
  const step = await changeStoredValue(run, asked, { nodeId, earlierSteps: [], ended });
  return step.error ?? step.output;
}

async function freshRun() {
  const { workspaceId } = await createTestWorkspace();
  return { workspaceId, id: newId("run") };
}

const count = { operation: "increment", key: "n", by: 1 } as const;

test("a step that is done again, as after a crash, changes nothing more and gives what it gave", async () => {
  const run = await freshRun();
  expect(await change(run, "a", count)).toEqual({ value: 1, existed: false });
  expect(await change(run, "b", count)).toEqual({ value: 2, existed: true });
  expect(await change(run, "a", count)).toEqual({ value: 1, existed: false });
  expect(await change(run, "c", { operation: "get", key: "n", fallback: 0 })).toEqual({ value: 2, existed: true });
});

test("a step that failed is not done again either", async () => {
  const run = await freshRun();
  await change(run, "a", { operation: "set", key: "n", value: "text" });
  expect(await change(run, "b", count)).toBe("What is stored as “n” is no number.");
  await change(run, "c", { operation: "set", key: "n", value: 5 });
  expect(await change(run, "b", count)).toBe("What is stored as “n” is no number.");
});

test("many steps that count at once each count", async () => {
  const run = await freshRun();
  const ids = Array.from({ length: 20 }, (_, index) => `s${index}`);
  await Promise.all(ids.map((nodeId) => change(run, nodeId, count)));
  expect(await change(run, "last", { operation: "get", key: "n", fallback: 0 })).toMatchObject({ value: 20 });
});

test.each<[before: unknown, after: unknown]>([
  [null, 1],
  ["41", 42],
  [new LosslessNumber("1.50"), 2.5],
  [true, "What is stored as “n” is no number."],
  ["", "What is stored as “n” is no number."],
  [[], "What is stored as “n” is no number."],
])("counting on from %j", async (before, after) => {
  const run = await freshRun();
  await change(run, "a", { operation: "set", key: "n", value: before });
  const counted = await change(run, "b", count);
  expect(typeof after === "string" ? counted : Reflect.get(Object(counted), "value")).toEqual(after);
});

test("a list keeps its newest items, and what is no list is not added to", async () => {
  const run = await freshRun();
  const add = (nodeId: string, value: unknown) =>
    change(run, nodeId, { operation: "append", key: "l", value, itemsMax: 2 });
  await add("a", 1);
  await add("b", 2);
  expect(await add("c", 3)).toEqual({ value: [2, 3], existed: true });
  await change(run, "d", { operation: "set", key: "l", value: { a: 1 } });
  expect(await add("e", 4)).toBe("What is stored as “l” is no list.");
});

test("what is too large is not kept", async () => {
  const run = await freshRun();
  const text = "x".repeat(262_144);
  expect(await change(run, "a", { operation: "set", key: "big", value: text })).toMatch(/longer than 256 KiB/);
  expect(await change(run, "b", { operation: "get", key: "big", fallback: null })).toEqual({
    value: null,
    existed: false,
  });
});
