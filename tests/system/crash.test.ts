import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { callApi, makeEndpoint, makeWorkflow } from "../support/api";
import { type App, findFreePort, killAbandonedDatabase, startApp } from "../support/app";
import { createTestDatabase } from "../support/database";
import { createRandom, type Random } from "../support/random";
import { type Receiver, startReceiver } from "../support/receiver";
import { type Ringing, startRinging } from "../support/ringing";
import { waitFor } from "../support/wait-for";

const RINGS_PER_SECOND = 60;
const KILLS = 3;
/** A job of a dead process is free after 15 s. */
const RECOVERY_MS_MAX = 60_000;

type World = {
  /** Those that run at the moment. */
  apps: App[];
  /** Kills, and starts what it killed again. `n` counts from 0. */
  crash: (n: number, random: Random) => Promise<void>;
};

/** Rings while the app is killed at random moments, and then looks at whether the books agree with what was promised and sent. */
async function survive(world: World, seed: number): Promise<void> {
  const random = createRandom(seed);
  const [app] = world.apps;
  if (!app) throw new Error("There is no app.");
  const desk = await startReceiver(() => ({ status: 200, delayMs: random.integer(200) }));
  const endpoint = await makeEndpoint(app);
  await makeWorkflow(app, endpoint.id, tellDesk(desk.url));

  const ringing = startRinging(
    world.apps.map(({ url }) => url + endpoint.path),
    RINGS_PER_SECOND,
  );
  for (let n = 0; n < KILLS; n++) {
    await pause(500 + random.integer(2_000));
    await world.crash(n, random);
  }
  await pause(500);
  await ringing.stop();

  const [survivor] = world.apps;
  if (!survivor) throw new Error("There is no app left.");
  await waitFor(() => allEnded(survivor), RECOVERY_MS_MAX);
  await expectBooksToAgree(survivor, { ringing, desk, endpointId: endpoint.id });
  await desk.close();
}

const tellDesk = (url: string) => ({
  nodes: [
    {
      id: "any",
      type: "filter",
      config: { match: "all", conditions: [{ value: "{{ trigger.body.n }}", operator: "exists" }] },
    },
    {
      id: "tell",
      type: "http-request",
      config: { method: "POST", url, headers: [], body: '{ "n": {{ trigger.body.n }} }' },
      retry: { attempts: 5, backoff: "fixed", delayMs: 100, timeoutMs: 10_000 },
    },
  ],
  edges: [
    { from: "ring", port: "out", to: "any" },
    { from: "any", port: "pass", to: "tell" },
  ],
});

const Page = z.object({ items: z.array(z.looseObject({ id: z.string() })), next: z.string().nullable() });

async function allEnded(app: App): Promise<true | undefined> {
  for (const status of ["queued", "running", "waiting"]) {
    const { items } = Page.parse((await callApi(app, `GET /runs?status=${status}&limit=1`)).body);
    if (items.length > 0) return undefined;
  }
  return true;
}

const Delivery = z.object({ id: z.string(), runs: z.array(z.object({ id: z.string(), status: z.string() })) });
const Run = z.looseObject({
  id: z.string(),
  status: z.string(),
  steps: z.array(
    z.object({
      nodeId: z.string(),
      status: z.string(),
      attempts: z.array(z.object({ n: z.number(), status: z.string(), idempotencyKey: z.string() })),
    }),
  ),
});

type Evidence = { ringing: Ringing; desk: Receiver; endpointId: string };

async function expectBooksToAgree(app: App, { ringing, desk, endpointId }: Evidence): Promise<void> {
  const deliveries = z.array(Delivery).parse(await readAll(app, `/deliveries?endpoint=${endpointId}`));
  const kept = new Set(deliveries.map(({ id }) => id));
  expect(ringing.accepted.size).toBeGreaterThan(RINGS_PER_SECOND);
  expect(
    [...ringing.accepted.keys()].filter((id) => !kept.has(id)),
    "acknowledged and lost",
  ).toEqual([]);
  expect(
    deliveries.filter(({ runs }) => runs.length !== 1),
    "not one run",
  ).toEqual([]);
  const runs = await readRuns(
    app,
    deliveries.map((delivery) => delivery.runs[0]?.id ?? ""),
  );
  expect(
    runs.filter(({ status }) => status !== "done"),
    "not done",
  ).toEqual([]);

  const sentByKey = new Map<string, number[]>();
  for (const { headers, body } of desk.requests) {
    const key = String(headers["idempotency-key"]);
    sentByKey.set(key, [...(sentByKey.get(key) ?? []), JSON.parse(body).n]);
  }
  for (const { id, steps } of runs) {
    expect(
      steps.map(({ nodeId, status }) => `${nodeId} ${status}`),
      id,
    ).toEqual(["ring done", "any done", "tell done"]);
    const attempts = steps[2]?.attempts ?? [];
    const [key = "", ...otherKeys] = new Set(attempts.map(({ idempotencyKey }) => idempotencyKey));
    expect(otherKeys, id).toEqual([]);
    // Of those that saw no answer nobody knows whether they arrived.
    expect(attempts.at(-1)?.status, id).toBe("succeeded");
    for (const { status } of attempts.slice(0, -1)) expect(["unknown", "failed"], id).toContain(status);
    const sent = sentByKey.get(key) ?? [];
    expect(sent.length, id).toBeGreaterThanOrEqual(1);
    expect(sent.length, id).toBeLessThanOrEqual(attempts.length);
    expect(new Set(sent).size, id).toBe(1);
    sentByKey.delete(key);
  }
  expect([...sentByKey.keys()], "sent, and not in the log").toEqual([]);
}

async function readAll(app: App, list: string): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let cursor = ""; ; ) {
    const { items, next } = Page.parse((await callApi(app, `GET ${list}&limit=200${cursor}`)).body);
    all.push(...items);
    if (!next) return all;
    cursor = `&cursor=${next}`;
  }
}

async function readRuns(app: App, ids: string[]): Promise<z.infer<typeof Run>[]> {
  const runs: z.infer<typeof Run>[] = [];
  for (let at = 0; at < ids.length; at += 20) {
    const some = ids.slice(at, at + 20).map(async (id) => Run.parse((await callApi(app, `GET /runs/${id}`)).body));
    runs.push(...(await Promise.all(some)));
  }
  return runs;
}

describe("killed again and again under load, it loses nothing that it acknowledged, and every run comes to its end", () => {
  test("with the database of its own, which is killed with it at times", { timeout: 180_000 }, async () => {
    const first = await startApp();
    const env = { PORT: String(first.port), DOORBELL_DATA_DIR: first.dataDir };
    const world: World = {
      apps: [first],
      crash: async (n) => {
        await world.apps[0]?.kill("SIGKILL");
        if (n % 2 === 1) killAbandonedDatabase(first.dataDir, "SIGKILL");
        world.apps = [await startApp({ env })];
      },
    };
    await survive(world, 1);
    await world.apps[0]?.stop();
  });

  test("where two share a database, and either is killed", { timeout: 180_000 }, async () => {
    const database = await createTestDatabase();
    const settings = async () => ({ DATABASE_URL: database.url, PORT: String(await findFreePort()) });
    const [mine, yours] = [await settings(), await settings()];
    const world: World = {
      apps: await Promise.all([startApp({ env: mine }), startApp({ env: yours })]),
      crash: async (_, random) => {
        const victim = random.integer(2);
        await world.apps[victim]?.kill("SIGKILL");
        await pause(random.integer(1_000));
        world.apps[victim] = await startApp({ env: victim === 0 ? mine : yours });
      },
    };
    await survive(world, 2);
    await Promise.all(world.apps.map((app) => app.stop()));
    await database.drop();
  });
});
