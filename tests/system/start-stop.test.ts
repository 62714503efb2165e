import { execFileSync } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { callApi, makeEndpoint, makeWorkflow, readBytes } from "../support/api";
import { API_KEY, type App, databasePid, isRunning, launchApp, startApp } from "../support/app";
import { createTestDatabase } from "../support/database";
import { startReceiver } from "../support/receiver";
import { ringHttp } from "../support/ring-http";
import { startRinging } from "../support/ringing";
import { waitFor } from "../support/wait-for";

/** A few seconds are meant; a busy machine gets more. */
const STOP_MS_MAX = 20_000;

/** Sends a signal, and looks whether it ends the app and all that the app started. */
async function stopBy(signal: NodeJS.Signals, app: App): Promise<{ code: number | null }> {
  const family = [app.pid, databasePid(app.dataDir) ?? app.pid, ...childrenOf(app.pid)];
  const exit = await Promise.race([app.kill(signal), pause(STOP_MS_MAX, undefined)]);
  if (!exit) throw new Error(`It goes on after ${signal}:\n${app.output()}`);
  // What was told to end just now may take another moment to be gone.
  await waitFor(async () => family.every((pid) => !isRunning(pid)) || undefined, STOP_MS_MAX);
  return exit;
}

function childrenOf(pid: number): number[] {
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  return table
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child = 0, parent]) => (parent === pid ? [child] : []));
}

const sameAgain = (app: App) => ({ env: { PORT: String(app.port), DOORBELL_DATA_DIR: app.dataDir } });

describe("stopping", { timeout: 120_000 }, () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s ends it soon, with whoever is connected, and a second start finds everything that was accepted",
    async (signal) => {
      const app = await startApp();
      const { path } = await makeEndpoint(app);
      // An open screen, and senders that never let go of their connections.
      const screen = await fetch(`${app.url}/api/v1/stream`, { headers: { authorization: `Bearer ${API_KEY}` } });
      expect(screen.status).toBe(200);
      const ringing = startRinging([app.url + path], 100);
      await waitFor(async () => ringing.accepted.size > 100 || undefined);

      expect((await stopBy(signal, app)).code).toBe(0);
      await screen.text().catch(() => undefined);
      await ringing.stop();

      const again = await startApp(sameAgain(app));
      for (const [delivery, n] of ringing.accepted) {
        expect((await readBytes(again, delivery)).toString()).toBe(JSON.stringify({ n }));
      }
      expect((await stopBy(signal, again)).code).toBe(0);
      expect(app.output() + again.output()).not.toMatch(/"level":"error"/);
    },
  );

  test("it does not wait for a receiver for ever: the next start asks again, under the same key", async () => {
    const desk = await startReceiver(["hang", 200]);
    onTestFinished(desk.close);
    const app = await startApp();
    const endpoint = await makeEndpoint(app);
    await makeWorkflow(app, endpoint.id, {
      nodes: [
        {
          id: "tell",
          type: "http-request",
          config: { method: "POST", url: desk.url, headers: [], body: "{}" },
          retry: { attempts: 3, backoff: "fixed", delayMs: 0, timeoutMs: 60_000 },
        },
      ],
      edges: [{ from: "ring", port: "out", to: "tell" }],
    });
    const { body } = await ringHttp(app.url + endpoint.path);
    await waitFor(async () => desk.requests[0]);

    expect((await stopBy("SIGTERM", app)).code).toBe(0);
    const again = await startApp(sameAgain(app));

    const Runs = z.object({ runs: z.tuple([z.object({ id: z.string(), status: z.string() })]) });
    const run = await waitFor(async () => {
      const { runs } = Runs.parse((await callApi(again, `GET /deliveries/${body.delivery}`)).body);
      return runs[0].status === "done" ? (await callApi(again, `GET /runs/${runs[0].id}`)).body : undefined;
    }, 60_000);
    const [first, second] = desk.requests.map(({ headers }) => headers["idempotency-key"]);
    expect(first).toBe(second);
    expect(run).toMatchObject({
      steps: [
        { nodeId: "ring" },
        {
          nodeId: "tell",
          status: "done",
          attempts: [
            { status: "unknown", idempotencyKey: first },
            { status: "succeeded", idempotencyKey: first },
          ],
        },
      ],
    });
  });

  test("a stop in the middle of a start leaves nothing behind, and the next start works", async () => {
    const first = await launchApp();
    await stopBy("SIGTERM", first);
    const settings = sameAgain(first);
    for (const afterMs of [100, 300, 600, 1_000, 1_500, 2_500]) {
      const app = await launchApp(settings);
      await pause(afterMs);
      await stopBy("SIGTERM", app);
      expect(app.output(), `after ${afterMs} ms`).not.toMatch(/Error|"level"/);
    }
    await startApp(settings);
  });
});

describe("starting", { timeout: 120_000 }, () => {
  test.each([
    ["the server", undefined],
    ["npm start", ["scripts/start.mjs"]],
  ])("%s says when the port is in use, and ends", async (_, script) => {
    const squatter = createServer().listen(0);
    onTestFinished(() => void squatter.close());
    const address = squatter.address();
    const port = address && typeof address === "object" ? address.port : 0;

    const app = await launchApp({ env: { PORT: String(port) }, ...(script ? { script } : {}) });
    expect(await app.exited).toEqual({ code: 1, signal: null });
    expect(app.output()).toContain(`Port ${port} is in use`);
    expect(app.output()).not.toMatch(/^\s+at /m);
    expect(isRunning(databasePid(app.dataDir) ?? app.pid)).toBe(false);
  });

  test.each([
    ["DOORBELL_API_KEY", "short", "DOORBELL_API_KEY must have 32 characters or more."],
    ["ALLOWED_TARGETS", "10.0.0.0/99", "ALLOWED_TARGETS"],
    ["TRUSTED_PROXIES", "everybody", "TRUSTED_PROXIES: “everybody” is no address"],
    ["PORT", "http", "PORT"],
    ["PUBLIC_URL", "doorbell.example", "PUBLIC_URL must be an http(s) address."],
    ["DOORBELL_MASTER_KEY", "secret", "DOORBELL_MASTER_KEY cannot be used."],
    ["DOORBELL_OWNER_EMAIL", "nobody", "DOORBELL_OWNER_EMAIL is not an e-mail address."],
    ["DOORBELL_OWNER_PASSWORD", "", "Set both DOORBELL_OWNER_EMAIL and DOORBELL_OWNER_PASSWORD"],
    ["DATABASE_URL", "nonsense", "DATABASE_URL"],
    ["DATABASE_URL", "postgresql://nobody:x@127.0.0.1:1/none", "DATABASE_URL"],
  ])("%s=%s is refused with a sentence", async (name, value, sentence) => {
    const app = await launchApp({ env: { [name]: value } });
    expect(await app.exited).toEqual({ code: 1, signal: null });
    expect(app.output()).toContain(sentence);
    expect(app.output()).not.toMatch(/^\s+at /m);
    expect(isRunning(databasePid(app.dataDir) ?? app.pid)).toBe(false);
  });

  test("a second one on the same data is refused, and does the first no harm", async () => {
    const first = await startApp();
    const second = await launchApp({ env: { DOORBELL_DATA_DIR: first.dataDir } });
    expect(await second.exited).toEqual({ code: 1, signal: null });
    expect(second.output()).toContain(`Doorbell already runs here: process ${first.pid}`);
    expect((await callApi(first, "GET /endpoints")).status).toBe(200);
  });

  test("two at once, on a database that is not there yet, make one workspace", async () => {
    const neighbour = await createTestDatabase();
    onTestFinished(neighbour.drop);
    const database = new URL(neighbour.url);
    database.pathname += "_new";
    const options = { env: { DATABASE_URL: database.toString() } };

    const [one, other] = await Promise.all([startApp(options), startApp(options)]);
    const { id } = await makeEndpoint(one);
    expect((await callApi(other, `GET /endpoints/${id}`)).status).toBe(200);
    for (const app of [one, other]) expect(app.output()).not.toMatch(/"level":"error"/);
  });
});
