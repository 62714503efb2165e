import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { serveEmbedded } from "@/lib/engine/embedded-client";
import { createEngine } from "@/lib/engine/engine";
import { startTestPostgres } from "../support/postgres";

/** Prints how many runs a second the embedded engine performs, alone in its process, on a database of its own. */
const { values } = parseArgs({
  options: { runs: { type: "string", default: "5000" }, batch: { type: "string", default: "50" } },
});
const runCount = Number(values.runs);
const batchSize = Number(values.batch);

// As server.ts does: the SDK copies the environment in every call, and process.env asks the system for each variable.
process.env = { ...process.env };
const postgres = await startTestPostgres();
const engine = createEngine({ url: postgres.url, appId: "bench" });
const { client } = engine;

let ended = 0;
let onAllEnded = () => {};
function noteEnd(): void {
  ended += 1;
  if (ended === runCount) onAllEnded();
}

const scenarios = {
  "1 step": client.createFunction(
    { id: "one-step", triggers: [{ event: "bench/1 step" }], retries: 20 },
    async ({ step }) => {
      await step.run("only", async () => ({ port: "out" }));
      noteEnd();
    },
  ),
  "2 steps": client.createFunction({ id: "two-steps", triggers: [{ event: "bench/2 steps" }] }, async ({ step }) => {
    await step.run("first", async () => ({ port: "out" }));
    await step.run("second", async () => ({ port: "out" }));
    noteEnd();
  }),
  "1 step in a race": client.createFunction(
    { id: "one-raced", triggers: [{ event: "bench/1 step in a race" }] },
    async ({ step, group }) => {
      await group.parallel({ mode: "race" }, () => step.run("only", async () => ({ port: "out" })));
      noteEnd();
    },
  ),
};
await engine.start(serveEmbedded({ client, functions: Object.values(scenarios) }));

for (const name of [...Object.keys(scenarios), ...Object.keys(scenarios)]) await measure(name);
await engine.stop({ drainMs: 5_000 });
await postgres.stop();

async function measure(name: string): Promise<void> {
  ended = 0;
  const allEnded = new Promise<void>((resolve) => {
    onAllEnded = resolve;
  });
  const cpuBefore = process.cpuUsage();
  const startedAtMs = performance.now();
  for (let sent = 0; sent < runCount; sent += batchSize) {
    const events = Array.from({ length: Math.min(batchSize, runCount - sent) }, (_, index) => ({
      name: `bench/${name}`,
      id: `${name}-${startedAtMs}-${sent + index}`,
      data: { runId: `run_${sent + index}` },
    }));
    await engine.send(events);
  }
  const sentMs = performance.now() - startedAtMs;
  await allEnded;
  const tookMs = performance.now() - startedAtMs;
  const cpu = process.cpuUsage(cpuBefore);
  report(name, { sentMs, tookMs, cpuMs: (cpu.user + cpu.system) / 1_000 });
}

function report(name: string, measured: { sentMs: number; tookMs: number; cpuMs: number }): void {
  const perSecond = ((runCount / measured.tookMs) * 1_000).toFixed(0);
  const cpuPerRunMs = (measured.cpuMs / runCount).toFixed(2);
  const rssMb = (process.memoryUsage.rss() / 1_048_576).toFixed(0);
  process.stdout.write(
    `${name}: ${perSecond} runs/s, ${cpuPerRunMs} ms of this process's CPU each, sent in ${measured.sentMs.toFixed(0)} ms, ${rssMb} MB\n`,
  );
}
