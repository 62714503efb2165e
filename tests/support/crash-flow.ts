import { expect } from "vitest";
import { makeWorkflow } from "./api";
import type { App } from "./app";
import { type Books, expectLogToMatch, expectOneRunEach, type LoggedRun } from "./books";
import { groupBy } from "./group-by";
import type { Receiver } from "./receiver";

const ITEMS = 3;

/** Two workflows for the same rings: one with all that a run can be in the middle of, and one that may send only once. */
export async function drawWorkflows(app: App, endpointId: string, deskUrl: string): Promise<string[]> {
  const long = await makeWorkflow(app, endpointId, longWorkflow(deskUrl));
  const once = await makeWorkflow(app, endpointId, {
    nodes: [{ ...request("once", `${deskUrl}/once`), retry: { ...QUICKLY, atMostOnce: true } }],
    edges: [{ from: "ring", port: "out", to: "once" }],
  });
  return [long.id, once.id];
}

const QUICKLY = { attempts: 5, backoff: "fixed", delayMs: 100, timeoutMs: 10_000 };

const request = (id: string, url: string, more = "") => ({
  id,
  type: "http-request",
  config: { method: "POST", url, headers: [], body: `{ "n": {{ trigger.body.n }}${more} }` },
  retry: QUICKLY,
});

const longWorkflow = (deskUrl: string) => ({
  nodes: [
    {
      id: "any",
      type: "filter",
      config: { match: "all", conditions: [{ value: "{{ trigger.body.n }}", operator: "exists" }] },
    },
    request("tell", `${deskUrl}/tell`),
    { id: "nap", type: "wait", config: { mode: "duration", duration: { amount: 1, unit: "seconds" } } },
    { id: "each", type: "for-each", config: { items: '{{ "a,b,c" | split: "," }}' } },
    request("item", `${deskUrl}/item`, ', "item": {{ steps.each.index }}'),
    request("after", `${deskUrl}/after`),
  ],
  edges: [
    { from: "ring", port: "out", to: "any" },
    { from: "any", port: "pass", to: "tell" },
    { from: "tell", port: "out", to: "nap" },
    { from: "nap", port: "out", to: "each" },
    { from: "each", port: "item", to: "item" },
    { from: "each", port: "done", to: "after" },
  ],
});

/** Whether the books of those two workflows agree with what was acknowledged and with what the desk has got. */
export function expectBooksToAgree(books: Books, acknowledged: Iterable<string>, { desk, workflowIds }: Sides): void {
  const { runs } = books;
  expectOneRunEach(books, acknowledged, workflowIds);
  expectLogToMatch(runs, desk.requests);
  const [longId] = workflowIds;
  const children = groupBy(runs, ({ parentId }) => parentId);
  for (const run of runs) {
    const items = (children.get(run.id) ?? []).map(({ loopItem }) => loopItem).toSorted();
    if (run.workflowId !== longId) expectAtMostOnce(run, desk);
    else if (run.parentId === null) {
      expect({ id: run.id, status: run.status, steps: stepsOf(run), items }).toEqual({
        id: run.id,
        status: "done",
        steps: ["ring done", "any done", "tell done", "nap done", "each done", "after done"],
        items: Array.from({ length: ITEMS }, (_, index) => index),
      });
    } else expect({ ...run, steps: stepsOf(run) }).toMatchObject({ status: "done", steps: ["item done"] });
  }
  for (const { id, steps } of runs.filter(({ workflowId }) => workflowId === longId)) {
    for (const { attempts } of steps.filter((step) => step.attempts.length > 0)) {
      const ends = attempts.map(({ status }) => status);
      expect(ends.pop(), id).toBe("succeeded");
      expect(
        ends.filter((status) => status !== "unknown" && status !== "failed"),
        id,
      ).toEqual([]);
    }
  }
}

type Sides = { desk: Receiver; workflowIds: string[] };

const stepsOf = ({ steps }: LoggedRun) => steps.map(({ nodeId, status }) => `${nodeId} ${status}`);

/** Cut off in the middle, it is not sent again, and its run fails: whether it arrived, nobody knows. */
function expectAtMostOnce({ id, status, steps }: LoggedRun, desk: Receiver): void {
  const attempts = steps.find(({ nodeId }) => nodeId === "once")?.attempts ?? [];
  const ends = attempts.map((attempt) => attempt.status).join();
  expect([["done", "succeeded"].join(), ["failed", "unknown"].join()], id).toContain(`${status},${ends}`);
  const sent = desk.requests.filter(({ headers }) => headers["idempotency-key"] === attempts[0]?.idempotencyKey);
  expect(sent.length, id).toBeLessThanOrEqual(1);
}
