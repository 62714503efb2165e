import { expect, test } from "vitest";
import { newId } from "@/lib/domain/ids";
import { originOf } from "@/lib/domain/runs/origin";
import { type Run, RunCause } from "@/lib/domain/runs/run";

function run(over: Partial<Run>): Run {
  return {
    id: newId("run"),
    workflowId: newId("workflow"),
    workflowName: "Tickets",
    version: 1,
    deliveryId: null,
    cause: "manual",
    retryOf: null,
    parentId: null,
    loopItem: null,
    item: null,
    replayId: null,
    nodeId: "ring",
    status: "done",
    startedAt: null,
    endedAt: null,
    steps: [],
    ...over,
  };
}

test("every cause has its sentence, also where nothing else is known", () => {
  for (const cause of RunCause.options) {
    const { words, links } = originOf(run({ cause }));
    expect(words).toMatch(/^[A-Z].*\.$/);
    expect(links).toEqual([]);
  }
});

test("what a run came of can be looked at", () => {
  const deliveryId = newId("delivery");
  const retryOf = newId("run");
  const replayId = newId("replay");
  const { links } = originOf(run({ cause: "replay", deliveryId, retryOf, replayId }));
  expect(links.map(({ to, id }) => [to, id])).toEqual([
    ["delivery", deliveryId],
    ["run", retryOf],
    ["replay", replayId],
  ]);
});

test("a failure names the workflow and leads to its run", () => {
  const runId = newId("run");
  const origin = originOf(run({ cause: "failure", input: { body: { workflowName: "Orders", runId } } }));
  expect(origin).toMatchObject({ words: "“Orders” failed.", links: [{ to: "run", id: runId }] });
});

test("an item counts from one", () => {
  expect(originOf(run({ cause: "item", loopItem: 2 })).words).toBe("Item 3 of a list.");
});

test("a schedule tells when it was due", () => {
  const scheduledFor = "2026-11-21T10:00:00.000Z";
  expect(originOf(run({ cause: "schedule", input: { scheduledFor } })).dueAt).toBe(scheduledFor);
});
