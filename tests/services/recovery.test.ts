import { afterAll, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/accounts/actor";
import { BulkReplay } from "@/lib/domain/runs/recovery";
import { cancelRun } from "@/lib/services/cancel-run";
import { listEffects } from "@/lib/services/list-effects";
import { listRuns } from "@/lib/services/list-runs";
import { readApprovalLink } from "@/lib/services/read-approval-link";
import { readDelivery } from "@/lib/services/read-delivery";
import { readReplay } from "@/lib/services/read-replay";
import { replayDelivery } from "@/lib/services/replay-delivery";
import { replayMany } from "@/lib/services/replay-many";
import { retryRun } from "@/lib/services/retry-run";
import { type Receiver, startReceiver } from "../support/receiver";
import { provideTestRunner, publishFlow, runToEnd, waitForEnd, waitForStep } from "../support/test-runner";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";
import { waitFor } from "../support/wait-for";

process.env["ALLOWED_TARGETS"] = "127.0.0.1";
provideTestDatabase();
const receivers: Receiver[] = [];
afterAll(() => Promise.all(receivers.map((receiver) => receiver.close())));
const runner = provideTestRunner();

const USUAL = { from: "failed", version: "same", again: false } as const;

/** Two requests in a row: the second fails as long as the test wants. */
async function twoRequests(actor: Actor) {
  let isBroken = true;
  const receiver = await startReceiver(({ path }) => (path === "/second" && isBroken ? 400 : 200));
  receivers.push(receiver);
  const send = (path: string) => ({ method: "POST", url: `${receiver.url}${path}`, headers: [], body: "{}" });
  const flow = await publishFlow(actor, {
    nodes: [
      { id: "first", type: "http-request", config: send("/first") },
      { id: "second", type: "http-request", config: send("/second") },
    ],
    edges: [
      { from: "ring", port: "out", to: "first" },
      { from: "first", port: "out", to: "second" },
    ],
  });
  const countAt = (path: string) => receiver.requests.filter((request) => request.path === path).length;
  const mend = () => {
    isBroken = false;
  };
  return { flow, receiver, countAt, mend };
}

test("a failed run is tried again from what failed: what was done is not done again, and both share their keys", async () => {
  const actor = await createTestWorkspace();
  const { flow, receiver, countAt, mend } = await twoRequests(actor);
  const failed = await runToEnd(actor, runner, flow);
  expect(failed.status).toBe("failed");

  mend();
  const retry = await retryRun(actor, failed.id, USUAL);
  expect(retry).toMatchObject({ cause: "retry", retryOf: failed.id, version: failed.version });
  const ended = await waitForEnd(actor, retry.id);
  expect(ended.status).toBe("done");
  expect([countAt("/first"), countAt("/second")]).toEqual([1, 2]);
  const keys = receiver.requests
    .filter(({ path }) => path === "/second")
    .map(({ headers }) => headers["idempotency-key"]);
  expect(new Set(keys).size).toBe(1);

  const { items } = await listEffects(actor, retry.id);
  expect(items.map(({ nodeId, state, attempts }) => ({ nodeId, state, attempts }))).toEqual([
    { nodeId: "first", state: "confirmed", attempts: 1 },
    { nodeId: "second", state: "confirmed", attempts: 2 },
  ]);
});

test("from the start, the ledger still leaves out what was done, unless it is to be done again", async () => {
  const actor = await createTestWorkspace();
  const { flow, receiver, countAt, mend } = await twoRequests(actor);
  mend();
  const first = await runToEnd(actor, runner, flow);

  const careful = await waitForEnd(actor, (await retryRun(actor, first.id, { ...USUAL, from: "start" })).id);
  expect(careful.status).toBe("done");
  expect([countAt("/first"), countAt("/second")]).toEqual([1, 1]);

  const again = await retryRun(actor, first.id, { ...USUAL, from: "start", again: true });
  expect((await waitForEnd(actor, again.id)).status).toBe("done");
  expect([countAt("/first"), countAt("/second")]).toEqual([2, 2]);
  expect(new Set(receiver.requests.map(({ headers }) => headers["idempotency-key"])).size).toBe(4);
});

test("a replayed delivery runs once more, ten times, and does nothing twice", async () => {
  const actor = await createTestWorkspace();
  const { flow, countAt, mend } = await twoRequests(actor);
  mend();
  const first = await runToEnd(actor, runner, flow);
  for (let time = 0; time < 10; time++) {
    const { runs } = await replayDelivery(actor, first.deliveryId ?? "dlv_", { again: false });
    for (const { id } of runs) expect((await waitForEnd(actor, id)).status).toBe("done");
  }
  expect([countAt("/first"), countAt("/second")]).toEqual([1, 1]);
});

test("a bulk replay tells beforehand what it will do, and then does that", async () => {
  const actor = await createTestWorkspace();
  const { flow, countAt, mend } = await twoRequests(actor);
  for (let n = 0; n < 3; n++) await runToEnd(actor, runner, flow);
  mend();
  const asked = { filter: { verdict: "accepted", runStatus: "failed" }, ratePerSecond: 100, again: false } as const;

  const plan = await replayMany(actor, { ...asked, dryRun: true });
  expect(plan).toMatchObject({ id: null, deliveries: 3, runs: 3, isCut: false });
  expect(plan.effects).toMatchObject([
    { nodeId: "first", toDo: 0, alreadyDone: 3, unknown: 0 },
    { nodeId: "second", toDo: 3, alreadyDone: 0, unknown: 0 },
  ]);
  expect([countAt("/first"), countAt("/second")]).toEqual([3, 3]);

  const { id } = await replayMany(actor, { ...asked, dryRun: false });
  if (!id) throw new Error("Nothing was replayed.");
  await waitFor(async () => ((await readReplay(actor, id)).done === 3 ? true : undefined));
  expect([countAt("/first"), countAt("/second")]).toEqual([3, 6]);
});

test("what is run in bulk is what the log shows: one delivery by its id, and never what was refused", async () => {
  const actor = await createTestWorkspace();
  const { flow } = await twoRequests(actor);
  const one = await runToEnd(actor, runner, flow);
  await runToEnd(actor, runner, flow);
  const dry = { ratePerSecond: 10, again: false, dryRun: true };

  const plan = await replayMany(actor, { ...dry, filter: { verdict: "accepted", q: one.deliveryId ?? "" } });
  expect(plan).toMatchObject({ deliveries: 1, runs: 1 });
  const none = await replayMany(actor, { ...dry, filter: { verdict: "accepted", runStatus: "done" } });
  expect(none).toMatchObject({ deliveries: 0, runs: 0 });
  expect(BulkReplay.safeParse({ filter: { verdict: "rejected" } }).success).toBe(false);
  expect(BulkReplay.safeParse({ filter: { verdict: "held" } }).success).toBe(false);
});

test("a delivery shows the last try of each of its runs, and a run what has tried it again", async () => {
  const actor = await createTestWorkspace();
  const { flow, mend } = await twoRequests(actor);
  const failed = await runToEnd(actor, runner, flow);
  mend();
  const retry = await retryRun(actor, failed.id, USUAL);
  await waitForEnd(actor, retry.id);

  const delivery = await readDelivery(actor, failed.deliveryId ?? "dlv_");
  expect(delivery.runs).toMatchObject([{ id: retry.id, status: "done" }]);
  const { items } = await listRuns(actor, { retryOf: failed.id, limit: 10 });
  expect(items.map(({ id }) => id)).toEqual([retry.id]);
  const tries = await listRuns(actor, { cause: "retry", limit: 10 });
  expect(tries.items.map(({ id }) => id)).toEqual([retry.id]);
});

test("a run that waits can be cancelled, and one that has ended cannot", async () => {
  const actor = await createTestWorkspace();
  const receiver = await startReceiver([503]);
  receivers.push(receiver);
  const flow = await publishFlow(actor, {
    nodes: [
      {
        id: "tell",
        type: "http-request",
        config: { method: "POST", url: receiver.url, headers: [], body: "{}" },
        retry: { attempts: 20, backoff: "fixed", delayMs: 1_000, timeoutMs: 1_000 },
      },
    ],
    edges: [{ from: "ring", port: "out", to: "tell" }],
  });
  const ending = runToEnd(actor, runner, flow);
  await waitFor(async () => receiver.requests[0]);
  const [run] = (await listRuns(actor, { limit: 1 })).items;
  expect((await cancelRun(actor, run?.id ?? "run_")).status).toBe("cancelled");
  expect(await ending).toMatchObject({ status: "cancelled", steps: [{ status: "done" }, { status: "cancelled" }] });
  const sent = receiver.requests.length;
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(receiver.requests.length).toBe(sent);
  await expect(cancelRun(actor, run?.id ?? "run_")).rejects.toMatchObject({ code: "conflict" });
});

test("a link that the failed run had noted leads to the question that its retry asks", async () => {
  const actor = await createTestWorkspace();
  const receiver = await startReceiver((_request, n) => (n === 1 ? 400 : 200));
  receivers.push(receiver);
  const flow = await publishFlow(actor, {
    nodes: [
      { id: "note", type: "set", config: { fields: [{ name: "link", value: "{{ steps.ask.link }}" }] } },
      {
        id: "tell",
        type: "http-request",
        config: { method: "POST", url: receiver.url, headers: [], body: '{ "link": "{{ steps.note.link }}" }' },
      },
      { id: "ask", type: "approval", config: { question: "Well?" } },
    ],
    edges: [
      { from: "ring", port: "out", to: "note" },
      { from: "note", port: "out", to: "tell" },
      { from: "tell", port: "out", to: "ask" },
    ],
  });
  const failed = await runToEnd(actor, runner, flow);
  const retried = await retryRun(actor, failed.id, USUAL);
  await waitForStep(actor, retried.id, "ask");

  const tokens = receiver.requests.map(({ body }) => /approve\/([\w-]{32})/.exec(body)?.[1] ?? "");
  expect(tokens).toHaveLength(2);
  expect(await readApprovalLink(tokens[1] ?? "")).toMatchObject({ runId: retried.id, status: "open" });
});
