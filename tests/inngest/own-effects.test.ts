import { expect, test } from "vitest";
import { idSchema } from "@/lib/domain/ids";
import { findReply } from "@/lib/stores/replies";
import { provideTestRunner, publishFlow, runToEnd } from "../support/test-runner";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();
const runner = provideTestRunner();

const edge = (from: string, port: string, to: string) => ({ from, port, to });
const store = (id: string, config: Record<string, unknown>) => ({ id, type: "store", config });
const outputOf = (run: Awaited<ReturnType<typeof runToEnd>>, nodeId: string) =>
  run.steps.find((step) => step.nodeId === nodeId)?.output;

test("a reply is kept for the sender; the first of two counts, and the second says so", async () => {
  const actor = await createTestWorkspace();
  const reply = (id: string, status: number) => ({
    id,
    type: "reply",
    config: { status, body: '{ "hello": "{{ trigger.body.name }}" }' },
  });
  const { url } = await publishFlow(actor, {
    nodes: [reply("first", 201), reply("second", 500)],
    edges: [edge("ring", "out", "first"), edge("first", "out", "second")],
  });
  const run = await runToEnd(actor, runner, { url, body: { name: 'Ann "A"' } });

  expect(run.status).toBe("done");
  expect(await findReply(idSchema("delivery").parse(run.deliveryId))).toEqual({
    status: 201,
    contentType: "application/json",
    body: '{ "hello": "Ann \\"A\\"" }',
  });
  expect(outputOf(run, "first")).toEqual({ given: true, reason: null });
  expect(outputOf(run, "second")).toEqual({ given: false, reason: "Another step had answered before." });
});

test("values are kept between runs, and each run that counts is counted once, many at a time", async () => {
  const actor = await createTestWorkspace();
  const { url } = await publishFlow(actor, {
    nodes: [
      store("count", { operation: "increment", key: "runs of {{ trigger.body.who }}" }),
      store("keep", { operation: "append", key: "names", value: "{{ trigger.body.n }}", itemsMax: 5 }),
    ],
    edges: [edge("ring", "out", "count"), edge("count", "out", "keep")],
  });
  const runs = await Promise.all(
    Array.from({ length: 12 }, (_, n) => runToEnd(actor, runner, { url, body: { who: "ann", n } })),
  );

  const counts = runs.map((run) => Reflect.get(Object(outputOf(run, "count")), "value"));
  expect(counts.toSorted((one, other) => Number(one) - Number(other))).toEqual(
    Array.from({ length: 12 }, (_, n) => n + 1),
  );
  expect(runs.filter((run) => Reflect.get(Object(outputOf(run, "count")), "existed") === false)).toHaveLength(1);
  const lists = runs.map((run) => Reflect.get(Object(outputOf(run, "keep")), "value"));
  expect(Math.max(...lists.map((list) => list.length))).toBe(5);
});

test("what is kept can be read, and what is none yet has the value that was said", async () => {
  const actor = await createTestWorkspace();
  const { url } = await publishFlow(actor, {
    nodes: [
      store("none", { operation: "get", key: "last", value: "nobody" }),
      store("set", { operation: "set", key: "last", value: "{{ trigger.body }}" }),
      store("some", { operation: "get", key: "last" }),
      store("odd", { operation: "increment", key: "last" }),
    ],
    edges: [
      edge("ring", "out", "none"),
      edge("none", "out", "set"),
      edge("set", "out", "some"),
      edge("some", "out", "odd"),
    ],
  });
  const run = await runToEnd(actor, runner, { url, body: { name: "ann" } });

  expect(outputOf(run, "none")).toEqual({ value: "nobody", existed: false });
  expect(outputOf(run, "some")).toEqual({ value: { name: "ann" }, existed: true });
  expect(run).toMatchObject({ status: "failed", error: "“odd” failed: What is stored as “last” is no number." });
});

test("one workspace's values are not another's", async () => {
  const flow = {
    nodes: [store("count", { operation: "increment", key: "n" })],
    edges: [edge("ring", "out", "count")],
  };
  for (const actor of [await createTestWorkspace(), await createTestWorkspace()]) {
    const { url } = await publishFlow(actor, flow);
    expect(outputOf(await runToEnd(actor, runner, { url }), "count")).toEqual({ value: 1, existed: false });
  }
});

test("code computes with what the run knows; when it fails the run says in which line", async () => {
  const actor = await createTestWorkspace();
  const source = `const { body } = input.trigger;
    if (body.n < 0) throw new Error("It is negative");
    return { square: body.n * body.n, before: input.steps.made.x };`;
  const { url } = await publishFlow(actor, {
    nodes: [
      { id: "made", type: "set", config: { fields: [{ name: "x", value: "y" }] } },
      { id: "code", type: "code", config: { source } },
      { id: "seen", type: "set", config: { fields: [{ name: "square", value: "{{ steps.code.square }}" }] } },
    ],
    edges: [edge("ring", "out", "made"), edge("made", "out", "code"), edge("code", "out", "seen")],
  });

  const good = await runToEnd(actor, runner, { url, body: { n: 12 } });
  const bad = await runToEnd(actor, runner, { url, body: { n: -1 } });

  expect(good.status).toBe("done");
  expect(outputOf(good, "code")).toEqual({ square: 144, before: "y" });
  expect(outputOf(good, "seen")).toEqual({ square: 144 });
  expect(bad).toMatchObject({
    status: "failed",
    error: "“code” failed: The code failed in line 2: It is negative.",
  });
});
