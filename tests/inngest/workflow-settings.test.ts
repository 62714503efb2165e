import { afterAll, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import type { WorkflowSettings } from "@/lib/domain/workflow/settings";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { createWorkflow } from "@/lib/services/create-workflow";
import { publishWorkflow } from "@/lib/services/publish-workflow";
import { readReplay } from "@/lib/services/read-replay";
import { readRun } from "@/lib/services/read-run";
import { replayMany } from "@/lib/services/replay-many";
import { type Receiver, startReceiver } from "../support/receiver";
import { ring } from "../support/ring";
import { provideTestRunner, waitForEnd } from "../support/test-runner";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";
import { waitFor } from "../support/wait-for";

process.env["ALLOWED_TARGETS"] = "127.0.0.1";
provideTestDatabase();
const runner = provideTestRunner();
const receivers: Receiver[] = [];
afterAll(() => Promise.all(receivers.map((receiver) => receiver.close())));

/** A workflow that tells a receiver of each ring, which takes its time to answer. */
async function publish(actor: Actor, settings: WorkflowSettings, delayMs: number) {
  let underWay = 0;
  let mostAtOnce = 0;
  const receiver = await startReceiver(async () => {
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    underWay -= 1;
    return 200;
  });
  receivers.push(receiver);
  const endpoint = await createEndpoint(actor, { name: "Open", source: "anyone", options: {} });
  const node = (id: string, type: string, config: object) => ({
    ...{ id, type, name: "", position: { x: 0, y: 0 } },
    config: { ...config },
  });
  const body = "{{ trigger.body.n }}";
  const workflow = await createWorkflow(actor, {
    name: "Limited",
    graph: {
      nodes: [
        node("ring", "webhook", { endpointId: endpoint.id, eventTypes: [] }),
        node("tell", "http-request", { method: "POST", url: receiver.url, headers: [], body }),
      ],
      edges: [{ from: "ring", port: "out", to: "tell" }],
      settings,
    },
  });
  await publishWorkflow(actor, workflow.id, { note: "" });
  async function ringWith(body: object): Promise<Id<"run">> {
    const { queued } = await ring({ url: endpoint.url, body: JSON.stringify(body) });
    runner.dispatch(queued);
    return queued[0]?.id ?? "run_";
  }
  return { receiver, ringWith, mostAtOnce: () => mostAtOnce };
}

test("with a limit of one and a key, what has the same key runs one after the other, in the order it came", async () => {
  const actor = await createTestWorkspace();
  const settings = { concurrency: { limit: 1, key: "{{ trigger.body.customer }}" } };
  const { receiver, ringWith, mostAtOnce } = await publish(actor, settings, 60);
  const runIds: Id<"run">[] = [];
  for (let n = 0; n < 12; n++) runIds.push(await ringWith({ n, customer: n % 2 === 0 ? "ada" : "grace" }));
  for (const id of runIds) expect((await waitForEnd(actor, id)).status).toBe("done");

  const order = receiver.requests.map(({ body }) => Number(body));
  expect(order.filter((n) => n % 2 === 0)).toEqual([0, 2, 4, 6, 8, 10]);
  expect(order.filter((n) => n % 2 === 1)).toEqual([1, 3, 5, 7, 9, 11]);
  expect(mostAtOnce()).toBe(2);
});

test("a throttled workflow begins so many runs at once, and the others later", async () => {
  const actor = await createTestWorkspace();
  const { ringWith } = await publish(actor, { throttle: { limit: 2, periodSeconds: 2 } }, 0);
  const startedMs = Date.now();
  const runIds = await Promise.all([1, 2, 3, 4].map((n) => ringWith({ n })));
  const endedMs = [];
  for (const id of runIds) endedMs.push(Date.parse((await waitForEnd(actor, id)).endedAt ?? "") - startedMs);
  endedMs.sort((one, other) => one - other);
  expect(endedMs[1]).toBeLessThan(900);
  expect(endedMs[2]).toBeGreaterThan(900);
  expect(endedMs[3]).toBeGreaterThan(1_900);
});

test("a run that takes too long fails, and sends nothing more", async () => {
  const actor = await createTestWorkspace();
  const { ringWith, receiver } = await publish(actor, { timeLimitSeconds: 1 }, 2_500);
  const run = await waitForEnd(actor, await ringWith({ n: 1 }));
  expect(run).toMatchObject({ status: "failed", error: "It took longer than the workflow allows." });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(receiver.requests.length).toBe(1);
  expect((await readRun(actor, run.id)).status).toBe("failed");
});

test("deliveries that are run once more keep to the limit and the order, too", async () => {
  const actor = await createTestWorkspace();
  const { ringWith, mostAtOnce, receiver } = await publish(actor, { concurrency: { limit: 1 } }, 150);
  for (let n = 0; n < 6; n++) await waitForEnd(actor, await ringWith({ n }));

  const asked = { filter: { verdict: "accepted" }, ratePerSecond: 1_000, dryRun: false, again: true } as const;
  const { id } = await replayMany(actor, asked);
  if (!id) throw new Error("Nothing was replayed.");
  await waitFor(async () => ((await readReplay(actor, id)).done === 6 ? true : undefined));
  expect(receiver.requests.map(({ body }) => Number(body))).toEqual([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]);
  expect(mostAtOnce()).toBe(1);
});
