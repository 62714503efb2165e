import { expect, test } from "vitest";
import { cancelRun } from "@/lib/stores/cancellations";
import { findWaitsToTell } from "@/lib/stores/waits";
import { childrenOf } from "../support/child-runs";
import { beginRun, provideTestRunner, publishFlow, runToEnd, waitForStep } from "../support/test-runner";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();
const runner = provideTestRunner();

const edge = (from: string, port: string, to: string) => ({ from, port, to });
const each = (id: string, items: string) => ({ id, type: "for-each", config: { items } });
const set = (id: string, ...fields: [name: string, value: string][]) => ({
  id,
  type: "set",
  config: { fields: fields.map(([name, value]) => ({ name, value })) },
});

const isThirteen = {
  id: "check",
  type: "if",
  config: { conditions: [{ value: "{{ steps.each.item.n }}", operator: "equals", expected: 13 }] },
};

const looped = {
  nodes: [
    each("each", "{{ trigger.body.items }}"),
    isThirteen,
    { id: "unlucky", type: "fail", config: { message: "Number {{ steps.each.item.n }} is unlucky." } },
    set("made", ["text", "{{ steps.each.index }}: {{ steps.each.item.n }} of {{ trigger.body.name }}"]),
    set("after", ["count", "{{ steps.each.count }}"], ["failed", "{{ steps.each.failed }}"]),
  ],
  edges: [
    edge("ring", "out", "each"),
    edge("each", "item", "check"),
    edge("check", "yes", "unlucky"),
    edge("check", "no", "made"),
    edge("each", "done", "after"),
  ],
};

const numbered = (count: number) => Array.from({ length: count }, (_, n) => ({ n }));

test("25 items: what each gave stands in their order, and the run goes on when all are done", async () => {
  const actor = await createTestWorkspace();
  const { url } = await publishFlow(actor, looped);
  const items = numbered(25).map(({ n }) => ({ n: n + 100 }));
  const run = await runToEnd(actor, runner, { url, body: { name: "ann", items } });

  expect(run.status).toBe("done");
  const output = run.steps.find(({ nodeId }) => nodeId === "each")?.output;
  expect(output).toEqual({
    count: 25,
    failed: 0,
    items: items.map(({ n }, index) => ({ text: `${index}: ${n} of ann` })),
  });
  expect(run.steps.map(({ nodeId, status, port }) => [nodeId, status, port])).toEqual([
    ["ring", "done", "out"],
    ["each", "done", "done"],
    ["after", "done", "out"],
  ]);
  expect(run.steps[2]?.output).toEqual({ count: 25, failed: 0 });

  const children = await childrenOf(actor, run.id);
  expect(children).toHaveLength(25);
  expect(children[7]?.steps.map(({ nodeId, status }) => [nodeId, status])).toEqual([
    ["check", "done"],
    ["made", "done"],
    ["unlucky", "skipped"],
  ]);
});

test("one of 25 fails: the others are done all the same, and the step says which and why", async () => {
  const actor = await createTestWorkspace();
  const { url } = await publishFlow(actor, looped);
  const run = await runToEnd(actor, runner, { url, body: { name: "ann", items: numbered(25) } });

  expect(run.status).toBe("failed");
  const step = run.steps.find(({ nodeId }) => nodeId === "each");
  expect(step).toMatchObject({
    status: "failed",
    error: "1 of 25 items failed. The first: “unlucky” failed: Number 13 is unlucky.",
    output: { count: 25, failed: 1 },
  });
  const items = Reflect.get(Object(step?.output), "items");
  expect(items[12]).toEqual({ text: "12: 12 of ann" });
  expect(items[13]).toBeNull();
  expect(items[24]).toEqual({ text: "24: 24 of ann" });
  expect(run.steps.find(({ nodeId }) => nodeId === "after")?.status).toBe("skipped");
});

test("an item that fails leads on by the error port where one is drawn", async () => {
  const actor = await createTestWorkspace();
  const { url } = await publishFlow(actor, {
    nodes: [...looped.nodes, set("mended", ["failed", "{{ steps.each.failed }}"])],
    edges: [...looped.edges, edge("each", "error", "mended")],
  });
  const run = await runToEnd(actor, runner, { url, body: { items: numbered(14) } });
  expect(run.status).toBe("done");
  expect(run.steps.find(({ nodeId }) => nodeId === "mended")?.output).toEqual({ failed: 1 });
});

test("no items at all: the run goes on at once", async () => {
  const actor = await createTestWorkspace();
  const { url } = await publishFlow(actor, looped);
  const run = await runToEnd(actor, runner, { url, body: { items: [] } });
  expect(run.status).toBe("done");
  expect(run.steps.find(({ nodeId }) => nodeId === "after")?.output).toEqual({ count: 0, failed: 0 });
});

test("a loop within a loop sees its own item and the outer one", async () => {
  const actor = await createTestWorkspace();
  const { url } = await publishFlow(actor, {
    nodes: [
      set("first", ["name", "{{ trigger.body.name }}"]),
      each("order", "{{ trigger.body.orders }}"),
      each("line", "{{ steps.order.item.lines }}"),
      set("made", [
        "text",
        "{{ steps.first.name }} {{ steps.order.index }}.{{ steps.line.index }} {{ steps.order.item.id }} {{ steps.line.item }}",
      ]),
      set("sum", ["lines", "{{ steps.line.items }}"]),
    ],
    edges: [
      edge("ring", "out", "first"),
      edge("first", "out", "order"),
      edge("order", "item", "line"),
      edge("line", "item", "made"),
      edge("line", "done", "sum"),
    ],
  });
  const orders = [
    { id: "A", lines: ["tea", "cup"] },
    { id: "B", lines: [] },
    { id: "C", lines: ["pot"] },
  ];
  const run = await runToEnd(actor, runner, { url, body: { name: "ann", orders } });

  expect(run.status).toBe("done");
  expect(run.steps.find(({ nodeId }) => nodeId === "order")?.output).toMatchObject({
    count: 3,
    items: [
      { lines: [{ text: "ann 0.0 A tea" }, { text: "ann 0.1 A cup" }] },
      { lines: [] },
      { lines: [{ text: "ann 2.0 C pot" }] },
    ],
  });
  const [firstOrder] = await childrenOf(actor, run.id);
  expect(firstOrder?.steps.map(({ nodeId }) => nodeId)).toEqual(["line", "sum"]);
});

test("loops within each other more than ten times fail, rather than be taken for empty", async () => {
  const actor = await createTestWorkspace();
  const depth = 12;
  const ids = Array.from({ length: depth }, (_, level) => `e${level}`);
  const { url } = await publishFlow(actor, {
    nodes: ids.map((id) => each(id, "{{ trigger.body.one }}")),
    edges: ids.map((id, level) => (level === 0 ? edge("ring", "out", id) : edge(`e${level - 1}`, "item", id))),
  });
  const run = await runToEnd(actor, runner, { url, body: { one: [1] } });
  expect(run.status).toBe("failed");
  expect(run.error).toContain("within each other more than 10 times");
}, 60_000);

const napping = {
  nodes: [
    each("each", "{{ trigger.body.items }}"),
    { id: "nap", type: "wait", config: { duration: { amount: 1, unit: "hours" } } },
  ],
  edges: [edge("ring", "out", "each"), edge("each", "item", "nap")],
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("a run that is cancelled takes the runs of its items with it, and is told of no more", async () => {
  const actor = await createTestWorkspace();
  const { url } = await publishFlow(actor, napping);
  const runId = await beginRun(runner, { url, body: { items: [1, 2] } });
  let children = await childrenOf(actor, runId);
  while (children.filter(({ status }) => status === "waiting").length < 2) {
    await pause(50);
    children = await childrenOf(actor, runId);
  }

  await cancelRun(actor.workspaceId, runId, "No need.");
  const ended = await childrenOf(actor, runId);
  expect(ended.map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
  await pause(2_500);
  expect(await findWaitsToTell(Date.now() + 60_000, 100)).toEqual([]);
});

test("a run that is cancelled while it begins those of its items leaves none behind", async () => {
  const actor = await createTestWorkspace();
  const { url } = await publishFlow(actor, napping);
  for (let round = 0; round < 5; round++) {
    const runId = await beginRun(runner, { url, body: { items: [1, 2, 3] } });
    await waitForStep(actor, runId, "each");
    await cancelRun(actor.workspaceId, runId, "No need.");
    await pause(500);
    const left = (await childrenOf(actor, runId)).filter(({ status }) => status !== "cancelled");
    expect(left).toEqual([]);
  }
});
