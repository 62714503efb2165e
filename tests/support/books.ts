import { expect } from "vitest";
import { z } from "zod";
import { callApi } from "./api";
import type { App } from "./app";
import { groupBy } from "./group-by";
import type { ReceivedRequest } from "./receiver";

const Delivery = z.object({ id: z.string(), runs: z.array(z.object({ id: z.string(), workflowId: z.string() })) });
const RunLine = z.object({
  id: z.string(),
  status: z.string(),
  workflowId: z.string(),
  version: z.number(),
  deliveryId: z.string().nullable(),
  parentId: z.string().nullable(),
  loopItem: z.number().nullable(),
});
const LoggedAttempt = z.object({
  n: z.number(),
  status: z.string(),
  idempotencyKey: z.string(),
  response: z.object({ status: z.number() }).optional(),
});
const LoggedStep = z.object({ nodeId: z.string(), status: z.string(), attempts: z.array(LoggedAttempt) });
const LoggedRun = RunLine.extend({ steps: z.array(LoggedStep) });
export type LoggedRun = z.infer<typeof LoggedRun>;

/** All that an app tells of an endpoint's deliveries, and of all runs with their steps and attempts. */
export type Books = { deliveries: z.infer<typeof Delivery>[]; runs: LoggedRun[] };

const AT_ONCE = 20;

export async function readBooks(app: App, endpointId: string): Promise<Books> {
  const deliveries = z.array(Delivery).parse(await readAll(app, `/deliveries?endpoint=${endpointId}`));
  const lines = z.array(RunLine).parse(await readAll(app, "/runs?"));
  const runs: LoggedRun[] = [];
  for (let at = 0; at < lines.length; at += AT_ONCE) {
    const some = lines.slice(at, at + AT_ONCE);
    runs.push(
      ...(await Promise.all(some.map(async ({ id }) => LoggedRun.parse((await callApi(app, `GET /runs/${id}`)).body)))),
    );
  }
  return { deliveries, runs };
}

const Page = z.object({ items: z.array(z.unknown()), next: z.string().nullable() });

async function readAll(app: App, list: string): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let cursor = ""; ; ) {
    const { items, next } = Page.parse((await callApi(app, `GET ${list}&limit=200${cursor}`)).body);
    all.push(...items);
    if (!next) return all;
    cursor = `&cursor=${next}`;
  }
}

/** True once no run of the app's has anything left to do. */
export async function allEnded(app: App): Promise<true | undefined> {
  for (const status of ["queued", "running", "waiting"]) {
    const { items } = Page.parse((await callApi(app, `GET /runs?status=${status}&limit=1`)).body);
    if (items.length > 0) return undefined;
  }
  return true;
}

/** Nothing that was acknowledged is missing, and each delivery has one run of each of the workflows, in one version. */
export function expectOneRunEach(
  { deliveries, runs }: Books,
  acknowledged: Iterable<string>,
  workflowIds: string[],
): void {
  const kept = new Set(deliveries.map(({ id }) => id));
  expect(
    [...acknowledged].filter((id) => !kept.has(id)),
    "acknowledged and lost",
  ).toEqual([]);
  const wanted = workflowIds
    .map((id) => `${id} 1`)
    .toSorted()
    .join();
  const begun = groupBy(
    runs.filter(({ parentId }) => parentId === null),
    ({ deliveryId }) => deliveryId,
  );
  const named = (id: string) => (begun.get(id) ?? []).map(({ workflowId, version }) => `${workflowId} ${version}`);
  expect(
    [...kept].filter((id) => named(id).toSorted().join() !== wanted),
    "not one run for each version",
  ).toEqual([]);
}

/**
 * The log and the receiver tell the same: one key for each effect on either side, no answer in the log that nobody gave, and
 * no request that is not in it. Of attempts that saw no answer nobody knows whether they arrived.
 */
export function expectLogToMatch(runs: LoggedRun[], requests: ReceivedRequest[]): void {
  const received = groupBy(requests, ({ headers }) => String(headers["idempotency-key"]));
  const effects = new Map(
    [...received].map(([key, sent]) => [key, new Set(sent.map(({ path, body }) => path + body))]),
  );
  expect(
    [...effects].filter(([, { size }]) => size !== 1),
    "one key for several effects",
  ).toEqual([]);
  const keysOf = groupBy(effects.keys(), (key) => [...(effects.get(key) ?? [])].join());
  expect(
    [...keysOf].filter(([, keys]) => keys.length !== 1),
    "several keys for one effect",
  ).toEqual([]);

  const unlogged = new Set(received.keys());
  for (const { id, steps } of runs) {
    for (const { nodeId, attempts } of steps) {
      const [key, ...otherKeys] = new Set(attempts.map(({ idempotencyKey }) => idempotencyKey));
      if (key === undefined) continue;
      const sent = received.get(key)?.length ?? 0;
      const answered = attempts.filter(({ response }) => response !== undefined).length;
      const told = { id, nodeId, otherKeys, numbers: attempts.map(({ n }) => n), sent };
      const numbers = attempts.map((_, index) => index + 1);
      expect(told).toEqual({ ...told, otherKeys: [], numbers });
      expect(answered <= sent && sent <= attempts.length, JSON.stringify({ ...told, attempts })).toBe(true);
      unlogged.delete(key);
    }
  }
  expect([...unlogged], "sent, and not in the log").toEqual([]);
}
