import { afterAll, expect, test } from "vitest";
import { setWorkflowStatus } from "@/lib/services/set-workflow-status";
import { childrenOf } from "../support/child-runs";
import { type Receiver, startReceiver } from "../support/receiver";
import { provideTestRunner, publishFlow, publishManual, runToEnd } from "../support/test-runner";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

process.env["ALLOWED_TARGETS"] = "127.0.0.1";
provideTestDatabase();
const runner = provideTestRunner();

const receivers: Receiver[] = [];
afterAll(() => Promise.all(receivers.map((receiver) => receiver.close())));

const edge = (from: string, port: string, to: string) => ({ from, port, to });
const set = (id: string, name: string, value: string) => ({ id, type: "set", config: { fields: [{ name, value }] } });
const stop = { id: "end", type: "stop", config: { result: "{{ trigger.body.a | plus: trigger.body.b }}" } };
const call = (workflowId: string, more: object = {}) => ({
  id: "call",
  type: "run-workflow",
  config: {
    workflowId,
    fields: [
      { name: "a", value: "{{ trigger.body.a }}" },
      { name: "b", value: "2" },
    ],
    ...more,
  },
});

test("a workflow runs another, and goes on with its result", async () => {
  const actor = await createTestWorkspace();
  const added = await publishManual(actor, { nodes: [stop], edges: [edge("start", "out", "end")] });
  const { url } = await publishFlow(actor, {
    nodes: [call(added), set("sum", "is", "{{ steps.call.output }}")],
    edges: [edge("ring", "out", "call"), edge("call", "out", "sum")],
  });

  const run = await runToEnd(actor, runner, { url, body: { a: 40 } });
  const [child] = await childrenOf(actor, run.id);

  expect(run.status).toBe("done");
  expect(run.steps.find(({ nodeId }) => nodeId === "sum")?.output).toEqual({ is: 42 });
  expect(run.steps.find(({ nodeId }) => nodeId === "call")?.output).toEqual({
    runId: child?.id,
    status: "done",
    output: 42,
  });
  expect(child).toMatchObject({ workflowId: added, cause: "workflow", parentId: run.id, deliveryId: null });
});

test("the result of a stop is what it gives, though another branch ends later", async () => {
  const actor = await createTestWorkspace();
  const branched = await publishManual(actor, {
    nodes: [
      { id: "end", type: "stop", config: { result: "early" } },
      { id: "nap", type: "wait", config: { duration: { amount: 1, unit: "seconds" } } },
      set("late", "x", "late"),
    ],
    edges: [edge("start", "out", "end"), edge("start", "out", "nap"), edge("nap", "out", "late")],
  });
  const { url } = await publishFlow(actor, { nodes: [call(branched)], edges: [edge("ring", "out", "call")] });
  const run = await runToEnd(actor, runner, { url, body: { a: 1 } });
  expect(run.steps.find(({ nodeId }) => nodeId === "call")?.output).toMatchObject({ output: "early" });
});

test("when the other fails, so does the step, with its reason; or it leads on by the error port", async () => {
  const actor = await createTestWorkspace();
  const failing = await publishManual(actor, {
    nodes: [{ id: "no", type: "fail", config: { message: "Cannot add {{ trigger.body.a }}." } }],
    edges: [edge("start", "out", "no")],
  });
  const plain = await publishFlow(actor, { nodes: [call(failing)], edges: [edge("ring", "out", "call")] });
  const caught = await publishFlow(actor, {
    nodes: [call(failing), set("mended", "status", "{{ steps.call.status }}")],
    edges: [edge("ring", "out", "call"), edge("call", "error", "mended")],
  });

  const failed = await runToEnd(actor, runner, { url: plain.url, body: { a: 40 } });
  const done = await runToEnd(actor, runner, { url: caught.url, body: { a: 40 } });

  expect(failed).toMatchObject({ status: "failed", error: "“call” failed: “no” failed: Cannot add 40." });
  expect(done.status).toBe("done");
  expect(done.steps.find(({ nodeId }) => nodeId === "mended")?.output).toEqual({ status: "failed" });
});

test("what is not published, is paused or belongs to somebody else is not run", async () => {
  const actor = await createTestWorkspace();
  const stranger = await createTestWorkspace();
  const paused = await publishManual(actor, { nodes: [stop], edges: [edge("start", "out", "end")] });
  await setWorkflowStatus(actor, paused, "paused");
  const foreign = await publishManual(stranger, { nodes: [stop], edges: [edge("start", "out", "end")] });

  for (const workflowId of [paused, foreign, "wfl_01980000000070008000000000000000"]) {
    const { url } = await publishFlow(actor, { nodes: [call(workflowId)], edges: [edge("ring", "out", "call")] });
    const run = await runToEnd(actor, runner, { url, body: { a: 1 } });
    expect(run.error).toBe(
      "“call” failed: The workflow cannot be run: it is not published, it is paused, or it is not there any more.",
    );
  }
});

test("a filter after a request, a wait or another workflow does not make what was done undone: the run is done", async () => {
  const actor = await createTestWorkspace();
  const desk = await startReceiver();
  receivers.push(desk);
  const never = {
    id: "never",
    type: "filter",
    config: { conditions: [{ value: "a", operator: "equals", expected: "b" }] },
  };
  const nap = { id: "nap", type: "wait", config: { duration: { amount: 1, unit: "seconds" } } };
  const request = {
    id: "tell",
    type: "http-request",
    config: { method: "POST", url: desk.url, headers: [], body: "{}" },
  };
  const sent = await publishFlow(actor, {
    nodes: [request, nap, never],
    edges: [edge("ring", "out", "tell"), edge("tell", "out", "nap"), edge("nap", "out", "never")],
  });
  const waited = await publishFlow(actor, {
    nodes: [nap, never],
    edges: [edge("ring", "out", "nap"), edge("nap", "out", "never")],
  });

  expect((await runToEnd(actor, runner, { url: sent.url })).status).toBe("done");
  expect((await runToEnd(actor, runner, { url: waited.url })).status).toBe("filtered");
});
