import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { makeEndpoint } from "../support/api";
import { type App, findFreePort, killAbandonedDatabase, launchApp, startApp } from "../support/app";
import { allEnded, readBooks } from "../support/books";
import { drawWorkflows, expectBooksToAgree } from "../support/crash-flow";
import { createTestDatabase } from "../support/database";
import { startDatabaseProxy } from "../support/database-proxy";
import { createRandom, type Random } from "../support/random";
import { startReceiver } from "../support/receiver";
import { startRinging } from "../support/ringing";
import { waitFor } from "../support/wait-for";

/** In each of the two tests. */
const KILLS = Number(process.env["CRASH_TEST_KILLS"] ?? 50);
/** Besides the kills, a milder trouble comes every so often. */
const MILD_EVERY = 10;
const RECOVERY_MS_MAX = 60_000;
const TIMEOUT_MS = 120_000 + KILLS * 12_000;

type World = {
  /** Those that run at the moment. */
  apps: App[];
  /** Kills at once, and starts what it killed again. */
  kill: (random: Random) => Promise<void>;
  /** A trouble that announces itself, or that nobody dies of. */
  trouble: () => Promise<void>;
};

/** Rings while things are killed at random moments, and then looks at whether the books agree with what was promised and sent. */
async function survive(
  world: World,
  { seed, ringsPerSecond }: { seed: number; ringsPerSecond: number },
): Promise<void> {
  const random = createRandom(seed);
  const [app] = world.apps;
  if (!app) throw new Error("There is no app.");
  let onRequest = () => {};
  const desk = await startReceiver(() => {
    onRequest();
    return { status: 200, delayMs: random.integer(200) };
  });
  const endpoint = await makeEndpoint(app);
  const workflowIds = await drawWorkflows(app, endpoint.id, desk.url);

  const urls = world.apps.map(({ url }) => url + endpoint.path);
  const ringing = startRinging(urls, ringsPerSecond);
  for (let n = 1; n <= KILLS; n++) {
    await pause(random.integer(2_000));
    // Every third kill comes between a request and its answer.
    if (n % 3 === 0) await Promise.race([pause(2_000), new Promise<void>((resolve) => (onRequest = resolve))]);
    await world.kill(random);
    if (n % MILD_EVERY === 0) await world.trouble();
  }
  const lastFaultAtMs = Date.now();
  await pause(500);
  await ringing.stop();

  const [survivor] = world.apps;
  if (!survivor) throw new Error("There is no app left.");
  const ended = () => allEnded(survivor).catch(() => undefined);
  await waitFor(ended, RECOVERY_MS_MAX - (Date.now() - lastFaultAtMs));
  const endedMs = Date.now() - lastFaultAtMs;
  const books = await readBooks(survivor, endpoint.id);
  expect(ringing.accepted.size).toBeGreaterThan(KILLS);
  expectBooksToAgree(books, ringing.accepted.keys(), { desk, workflowIds });
  const counts = { kills: KILLS, acknowledged: ringing.accepted.size, runs: books.runs.length, endedMs };
  process.stdout.write(`${JSON.stringify({ ...counts, requests: desk.requests.length })}\n`);
  await Promise.all([desk.close(), ...world.apps.map((each) => each.stop())]);
}

describe("killed again and again under load, it loses nothing that it acknowledged, and every run comes to its end", () => {
  test("with the database of its own, which is killed, too", { timeout: TIMEOUT_MS }, async () => {
    const first = await startApp();
    const env = { PORT: String(first.port), DOORBELL_DATA_DIR: first.dataDir };
    const world: World = {
      apps: [first],
      kill: async (random) => {
        const victim = random.pick(["app", "app and database", "database", "database"] as const);
        if (victim !== "database") await world.apps[0]?.kill("SIGKILL");
        if (victim !== "app") killAbandonedDatabase(first.dataDir, "SIGKILL");
        // The app starts its database again by itself.
        if (victim !== "database") world.apps = [await startAgain(env, random)];
      },
      trouble: async () => {
        await world.apps[0]?.kill("SIGTERM");
        world.apps = [await startApp({ env })];
      },
    };
    // It is down for much of the time, so that many of them meet nobody.
    await survive(world, { seed: 1, ringsPerSecond: 20 });
  });

  test("where two share a database, and either is killed", { timeout: TIMEOUT_MS }, async () => {
    const database = await createTestDatabase();
    const proxy = await startDatabaseProxy(database.url);
    const settings = async () => ({ DATABASE_URL: proxy.url, PORT: String(await findFreePort()) });
    const env = [await settings(), await settings()] as const;
    const world: World = {
      apps: await Promise.all(env.map((each) => startApp({ env: each }))),
      kill: async (random) => {
        const victim = random.pick([0, 1] as const);
        await world.apps[victim]?.kill("SIGKILL");
        await pause(random.integer(1_000));
        world.apps[victim] = await startAgain(env[victim], random);
      },
      trouble: async () => {
        await proxy.stop();
        await proxy.recover();
      },
    };
    await survive(world, { seed: 2, ringsPerSecond: 5 });
    await proxy.close();
    await database.drop();
  });
});

/** Every third time nobody waits until it is ready, so that a kill may meet it while it starts. */
function startAgain(env: Record<string, string>, random: Random): Promise<App> {
  return random.integer(3) === 0 ? launchApp({ env }) : startApp({ env });
}
