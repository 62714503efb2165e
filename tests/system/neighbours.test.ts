import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import type { Actor } from "@/lib/domain/accounts/actor";
import { databaseUrl } from "@/lib/platform/db";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { createWorkflow } from "@/lib/services/create-workflow";
import { publishWorkflow } from "@/lib/services/publish-workflow";
import { ringFromOutside } from "../bench/load";
import { type BenchProcess, startScript } from "../bench/processes";
import { quantile } from "../bench/quantile";
import { type App, findFreePort, startApp } from "../support/app";
import { startReceiver } from "../support/receiver";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";
import { waitFor } from "../support/wait-for";

const FLOOD = 10_000;
const RINGS_FOR_THE_DEAD = 300;
/** From a ring until the receiver of its action sees the request: as it is promised, and not what this machine happens to do. */
const P99_MS_MAX = 1_000;
/** Whatever else a machine is busy with may spoil a measurement, but not three. */
const MEASURED = { timeout: 240_000, retry: 2 };
const BATCH = { kind: "paced", ratePerSecond: 25, count: 150 } as const;

provideTestDatabase();
let app: App;
beforeAll(async () => {
  app = await startApp({ env: { DATABASE_URL: databaseUrl() } });
});
afterAll(() => app.stop());

type Desk = BenchProcess & { url: string };

/** A receiver in a process of its own, which notes when each delivery's request came. */
async function openDesk(): Promise<Desk> {
  const desk = startScript("./action-receiver.ts");
  onTestFinished(desk.stop);
  const { port } = z.object({ port: z.number() }).parse(await desk.ask({}));
  return { ...desk, url: `http://127.0.0.1:${port}` };
}

const arrivalsAt = async (desk: Desk) => z.record(z.string(), z.number()).parse(await desk.ask({}));

/** An endpoint whose every ring makes one request, which says by which delivery. */
async function openDoor(actor: Actor, actionUrl: string) {
  const endpoint = await createEndpoint(actor, { name: "Door", source: "github", options: {} });
  const node = (id: string, type: string, config: object) => {
    return { id, type, name: "", position: { x: 0, y: 0 }, config: { ...config } };
  };
  const headers = [{ name: "X-Ring", value: "{{ trigger.eventId }}" }];
  const graph = {
    nodes: [
      node("ring", "webhook", { endpointId: endpoint.id, eventTypes: [] }),
      node("tell", "http-request", { method: "POST", url: actionUrl, headers, body: "{}" }),
    ],
    edges: [{ from: "ring", port: "out", to: "tell" }],
  };
  const { id } = await createWorkflow(actor, { name: "Tell", graph });
  await publishWorkflow(actor, id, { note: "" });
  const url = app.url + new URL(endpoint.url).pathname;
  return { url, secret: endpoint.signingSecret ?? "", bodyBytes: 500 };
}

type Door = Awaited<ReturnType<typeof openDoor>>;

/** Rings a door at an even pace for as long as something else goes on, and tells how long each request took to arrive. */
async function timeMeanwhile(door: Door, desk: Desk, other: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  const over = other.finally(() => {
    isOver = true;
  });
  const begunAtMs: Record<string, number> = {};
  do Object.assign(begunAtMs, (await ringFromOutside({ ...door, ...BATCH })).begunAtMs);
  while (!isOver);
  await over;
  const arrivedAtMs = await waitFor(async () => {
    const arrived = await arrivalsAt(desk);
    return Object.keys(begunAtMs).every((id) => id in arrived) ? arrived : undefined;
  });
  return Object.entries(begunAtMs).map(([id, atMs]) => (arrivedAtMs[id] ?? Number.POSITIVE_INFINITY) - atMs);
}

function expectQuick(title: string, tookMs: number[]): void {
  const [p50, p99] = [quantile(tookMs, 0.5), quantile(tookMs, 0.99)].map(Math.round);
  process.stdout.write(`${title}: ring to action p50 ${p50} ms, p99 ${p99} ms, of ${tookMs.length}\n`);
  expect(p99).toBeLessThan(P99_MS_MAX);
}

test(`${FLOOD} deliveries of one workspace leave another's actions their time`, MEASURED, async () => {
  const [busyDesk, desk] = [await openDesk(), await openDesk()];
  const busyDoor = await openDoor(await createTestWorkspace(), busyDesk.url);
  const door = await openDoor(await createTestWorkspace(), desk.url);

  const flood = async () => {
    const until = { count: FLOOD };
    const { answered } = await ringFromOutside({ ...busyDoor, kind: "closed", connections: 8, until });
    expect(answered).toBe(FLOOD);
    for (let arrived = 0; arrived < FLOOD; ) {
      await pause(1_000);
      arrived = Object.keys(await arrivalsAt(busyDesk)).length;
    }
  };
  expectQuick(`Beside ${FLOOD} of another workspace`, await timeMeanwhile(door, desk, flood()));
});

test.each(["hangs", "refuses", "fails"] as const)(
  "a destination that %s leaves the others their time, in the same workspace, too",
  MEASURED,
  async (trouble) => {
    const actor = await createTestWorkspace();
    const desk = await openDesk();
    const dead = await startReceiver(trouble === "hangs" ? ["hang"] : [503]);
    const deadUrl = trouble === "refuses" ? `http://127.0.0.1:${await findFreePort()}` : dead.url;
    const [deadDoor, door] = [await openDoor(actor, deadUrl), await openDoor(actor, desk.url)];

    const until = { count: RINGS_FOR_THE_DEAD };
    const rung = ringFromOutside({ ...deadDoor, kind: "closed", connections: 8, until });
    const tookMs = await timeMeanwhile(door, desk, Promise.all([rung, pause(10_000)]));
    expectQuick(`Beside a destination that ${trouble}`, tookMs);
    await dead.close();
  },
);
