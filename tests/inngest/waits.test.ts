import { expect, test } from "vitest";
import type { Actor } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { decideApproval, decideApprovalByLink } from "@/lib/services/decide-approval";
import { listApprovals } from "@/lib/services/list-approvals";
import { listDeliveries } from "@/lib/services/list-deliveries";
import { processDelivery } from "@/lib/services/process-delivery";
import { readApprovalLink } from "@/lib/services/read-approval-link";
import { approvalToken } from "@/lib/services/steps/approval-link";
import { ring } from "../support/ring";
import { beginRun, provideTestRunner, publishFlow, runToEnd, waitForEnd, waitForStep } from "../support/test-runner";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();
const runner = provideTestRunner();

const seconds = (amount: number) => ({ amount, unit: "seconds" });
const edge = (from: string, port: string, to: string) => ({ from, port, to });
const set = (id: string, value: string) => ({ id, type: "set", config: { fields: [{ name: "seen", value }] } });

test("a wait holds its run up for so long, and the run says that it waits", async () => {
  const actor = await createTestWorkspace();
  const { url } = await publishFlow(actor, {
    nodes: [{ id: "nap", type: "wait", config: { duration: seconds(2) } }, set("after", "{{ steps.nap.until }}")],
    edges: [edge("ring", "out", "nap"), edge("nap", "out", "after")],
  });

  const begunAtMs = Date.now();
  const runId = await beginRun(runner, { url });
  await waitForStep(actor, runId, "nap");
  await new Promise((resolve) => setTimeout(resolve, 500));
  const waiting = await waitForStep(actor, runId, "nap");
  const run = await waitForEnd(actor, runId);

  expect(waiting.status).toBe("waiting");
  expect(run.status).toBe("done");
  expect(Date.now() - begunAtMs).toBeGreaterThanOrEqual(2_000);
  expect(run.steps.map(({ nodeId, status, port }) => [nodeId, status, port])).toEqual([
    ["ring", "done", "out"],
    ["nap", "done", "out"],
    ["after", "done", "out"],
  ]);
  const until = Date.parse(String(Reflect.get(Object(run.steps[2]?.output), "seen")));
  expect(until - begunAtMs).toBeGreaterThanOrEqual(2_000);
});

test("a branch that waits does not hold up the others, and the run waits as long as one does", async () => {
  const actor = await createTestWorkspace();
  const { url } = await publishFlow(actor, {
    nodes: [
      { id: "nap", type: "wait", config: { duration: seconds(4) } },
      { id: "short", type: "wait", config: { duration: seconds(1) } },
      { id: "count", type: "store", config: { operation: "increment", key: "n" } },
    ],
    edges: [edge("ring", "out", "nap"), edge("ring", "out", "short"), edge("short", "out", "count")],
  });

  const runId = await beginRun(runner, { url });
  await waitForStep(actor, runId, "nap");
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const meanwhile = await waitForStep(actor, runId, "nap");
  const run = await waitForEnd(actor, runId);

  expect(meanwhile.steps.find(({ nodeId }) => nodeId === "count")?.status).toBe("done");
  expect(meanwhile.status).toBe("waiting");
  expect(run.status).toBe("done");
});

const approvalFlow = (timeout = seconds(60)) => ({
  nodes: [
    { id: "ask", type: "approval", config: { question: "Refund {{ trigger.body.amount }}?", timeout } },
    set("yes", "{{ steps.ask.decision }} by {{ steps.ask.by }}: {{ steps.ask.note }}"),
    set("no", "{{ steps.ask.note }}"),
    set("late", "late"),
  ],
  edges: [
    edge("ring", "out", "ask"),
    edge("ask", "approved", "yes"),
    edge("ask", "rejected", "no"),
    edge("ask", "timeout", "late"),
  ],
});

async function askedIn(actor: Actor, runId: Id<"run">) {
  await waitForStep(actor, runId, "ask");
  const { items } = await listApprovals(actor, { status: "open", limit: 10 });
  const [approval] = items.filter((each) => each.runId === runId);
  if (!approval) throw new Error("Nothing was asked.");
  return approval;
}

const outputs = (run: Awaited<ReturnType<typeof waitForEnd>>) =>
  Object.fromEntries(run.steps.filter(({ status }) => status === "done").map(({ nodeId, output }) => [nodeId, output]));

test("a member approves: the run goes on that way, knows who it was, and nobody can decide again", async () => {
  const actor = await createTestWorkspace();
  const { url, workflowId } = await publishFlow(actor, approvalFlow());
  const runId = await beginRun(runner, { url, body: { amount: 5 } });
  const approval = await askedIn(actor, runId);

  const decided = await decideApproval(actor, approval.id, { decision: "approved", note: "Fine." });
  const run = await waitForEnd(actor, runId);

  expect(approval).toMatchObject({
    workflowId,
    workflowName: "Flow",
    nodeId: "ask",
    question: "Refund 5?",
    status: "open",
  });
  expect(decided).toMatchObject({ status: "approved", by: "API key", note: "Fine." });
  expect(run.status).toBe("done");
  expect(outputs(run)).toMatchObject({ yes: { seen: "approved by API key: Fine." } });
  expect(run.steps.filter(({ status }) => status === "skipped").map(({ nodeId }) => nodeId)).toEqual(["no", "late"]);
  await expect(decideApproval(actor, approval.id, { decision: "rejected", note: "" })).rejects.toMatchObject({
    code: "conflict",
  });
  expect((await listApprovals(actor, { status: "open", limit: 10 })).items).toEqual([]);
  expect((await listApprovals(actor, { status: "ended", limit: 10 })).items).toMatchObject([{ status: "approved" }]);
});

test("whoever has the link rejects, and looking at it decides nothing", async () => {
  const actor = await createTestWorkspace();
  const { url } = await publishFlow(actor, approvalFlow());
  const runId = await beginRun(runner, { url, body: { amount: 5 } });
  await askedIn(actor, runId);
  const token = approvalToken(runId, "ask");

  expect(await readApprovalLink(token)).toMatchObject({ question: "Refund 5?", status: "open" });
  expect(await readApprovalLink(token)).toMatchObject({ status: "open" });
  await decideApprovalByLink(token, { decision: "rejected", note: "Too much." });
  const run = await waitForEnd(actor, runId);

  expect(outputs(run)).toMatchObject({ no: { seen: "Too much." } });
  expect(await readApprovalLink(token)).toMatchObject({ status: "rejected", by: null });
  await expect(decideApprovalByLink(token, { decision: "approved", note: "" })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(decideApprovalByLink(`${token}x`, { decision: "approved", note: "" })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("when nobody decides in time the run goes on by timeout, and it is too late to decide", async () => {
  const actor = await createTestWorkspace();
  const { url } = await publishFlow(actor, approvalFlow(seconds(1)));
  const runId = await beginRun(runner, { url, body: { amount: 5 } });
  const run = await waitForEnd(actor, runId);

  expect(outputs(run)).toMatchObject({ late: { seen: "late" } });
  const [approval] = (await listApprovals(actor, { status: "ended", limit: 10 })).items;
  expect(approval).toMatchObject({ runId, status: "expired" });
  await expect(
    decideApproval(actor, approval?.id as Id<"wait">, { decision: "approved", note: "" }),
  ).rejects.toMatchObject({ code: "conflict" });
});

test("another workspace and a viewer decide nothing", async () => {
  const actor = await createTestWorkspace();
  const stranger = await createTestWorkspace();
  const { url } = await publishFlow(actor, approvalFlow());
  const approval = await askedIn(actor, await beginRun(runner, { url }));
  const decision = { decision: "approved", note: "" } as const;

  await expect(decideApproval(stranger, approval.id, decision)).rejects.toMatchObject({ code: "not_found" });
  await expect(decideApproval({ ...actor, role: "viewer" }, approval.id, decision)).rejects.toMatchObject({
    code: "forbidden",
  });
  expect((await listApprovals(stranger, { status: "open", limit: 10 })).items).toEqual([]);
});

async function paymentFlow(actor: Actor, timeout = seconds(60)) {
  const payments = await createEndpoint(actor, { name: "Payments", source: "anyone", options: {} });
  const { url } = await publishFlow(actor, {
    nodes: [
      {
        id: "pay",
        type: "wait-for-delivery",
        config: { endpointId: payments.id, path: "order.id", equals: "{{ trigger.body.id }}", timeout },
      },
      set("paid", "{{ steps.pay.body.amount }}"),
      set("late", "late"),
    ],
    edges: [edge("ring", "out", "pay"), edge("pay", "out", "paid"), edge("pay", "timeout", "late")],
  });
  return { url, payments: payments.url };
}

test("a run waits for the delivery that is about its own value: others, and those before it, do not count", async () => {
  const actor = await createTestWorkspace();
  const { url, payments } = await paymentFlow(actor);
  const pay = (order: unknown) => ring({ url: payments, body: JSON.stringify({ order, amount: 9.5 }) });
  await pay({ id: 7 });

  const runId = await beginRun(runner, { url, body: { id: 7 } });
  await waitForStep(actor, runId, "pay");
  await pay({ id: 70 });
  await pay({ id: null });
  await pay("7");
  await ring({ url: payments, body: "{ no json" });
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect((await waitForStep(actor, runId, "pay")).status).toBe("waiting");

  await pay({ id: "7" });
  const run = await waitForEnd(actor, runId);
  expect(outputs(run)).toMatchObject({ pay: { body: { order: { id: "7" } } }, paid: { seen: 9.5 } });
});

test("a delivery that does not come in time sends the run on by timeout", async () => {
  const actor = await createTestWorkspace();
  const { url } = await paymentFlow(actor, seconds(1));
  const run = await runToEnd(actor, runner, { url, body: { id: 7 } });
  expect(outputs(run)).toMatchObject({ pay: { timedOut: true }, late: { seen: "late" } });
});

test("what waits for different values is each woken by its own", async () => {
  const actor = await createTestWorkspace();
  const { url, payments } = await paymentFlow(actor);
  const ids = [1, 2, 3];
  const runIds = await Promise.all(ids.map((id) => beginRun(runner, { url, body: { id } })));
  for (const runId of runIds) await waitForStep(actor, runId, "pay");
  for (const id of ids.toReversed()) {
    await ring({ url: payments, body: JSON.stringify({ order: { id }, amount: id * 10 }) });
  }
  const runs = await Promise.all(runIds.map((runId) => waitForEnd(actor, runId)));
  expect(runs.map((run) => outputs(run)["paid"])).toEqual([{ seen: 10 }, { seen: 20 }, { seen: 30 }]);
});

test("a delivery that was refused and is let in after all is one that came", async () => {
  const actor = await createTestWorkspace();
  const { url, payments } = await paymentFlow(actor);
  const runId = await beginRun(runner, { url, body: { id: 7 } });
  await waitForStep(actor, runId, "pay");
  await ring({ url: payments, body: JSON.stringify({ order: { id: 7 }, amount: 3 }), method: "DELETE" });
  const [refused] = (await listDeliveries(actor, { verdict: "rejected", limit: 1 })).items;
  if (!refused) throw new Error("Nothing was refused.");
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect((await waitForStep(actor, runId, "pay")).status).toBe("waiting");

  await processDelivery(actor, refused.id);
  expect(outputs(await waitForEnd(actor, runId))).toMatchObject({ paid: { seen: 3 } });
});

test("a wait for an endpoint that is not there cannot be published", async () => {
  const actor = await createTestWorkspace();
  const stranger = await createTestWorkspace();
  const foreign = await createEndpoint(stranger, { name: "Theirs", source: "anyone", options: {} });
  const nodes = [{ id: "pay", type: "wait-for-delivery", config: { endpointId: foreign.id } }];
  await expect(publishFlow(actor, { nodes, edges: [edge("ring", "out", "pay")] })).rejects.toMatchObject({
    code: "not_publishable",
  });
});
