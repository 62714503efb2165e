import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { startEmbeddedPostgres } from "@/lib/platform/embedded-postgres/start-embedded-postgres";
import { startApp } from "./app-under-load";
import { compareDoors } from "./compare-doors";
import { compareLengths } from "./compare-lengths";
import { countRuns } from "./count-runs";
import { startScript, usageOf } from "./processes";
import { readLog } from "./read-log";
import { drawTable, type Line } from "./table";
import { linesOfActions, timeActions } from "./time-actions";

/**
 * `npm run bench`: how fast the built app is on this machine, beside the least that any durable door must do. The rings
 * come from a process of their own, over kept connections; the database has fsync on.
 */
async function bench(): Promise<boolean> {
  const { values: options } = parseArgs({
    options: {
      rounds: { type: "string", default: "5" },
      /** How long each door is rung in a round. */
      seconds: { type: "string", default: "4" },
      runs: { type: "string", default: "3000" },
      /** A part alone: door, runs, actions, lengths or log. */
      only: { type: "string", multiple: true, default: ["door", "runs", "actions", "lengths", "log"] },
      /** A folder for a CPU profile of the app. */
      profile: { type: "string" },
    },
  });
  const [rounds, seconds, runs] = [options.rounds, options.seconds, options.runs].map(Number) as [
    number,
    number,
    number,
  ];
  const home = mkdtempSync(join(tmpdir(), "doorbell-bench-"));
  process.once("exit", () => rmSync(home, { recursive: true, force: true, maxRetries: 3 }));
  const postgres = await startEmbeddedPostgres({ dataDir: join(home, "postgres") });
  const databaseUrl = (name: string) => Object.assign(new URL(postgres.url), { pathname: `/${name}` }).toString();
  const lines: Line[] = [];
  let errors = 0;

  const app = await startApp({
    databaseUrl: databaseUrl("doorbell"),
    dataDir: home,
    nodeOptions: options.profile ? ["--cpu-prof", `--cpu-prof-dir=${options.profile}`] : [],
  });
  const receiver = startScript("./action-receiver.ts");
  const { port } = z.object({ port: z.number() }).parse(await receiver.ask({}));
  const workflow = await app.createWorkflow(`http://127.0.0.1:${port}/`);

  const first = await timeActions(workflow, { askReceiver: receiver.ask, rings: 1 });
  lines.push({ name: "First ring to action, ms", ours: String(first.tookMs[0]?.toFixed(0)) });
  // Before the heavy parts, after which the database tidies up for a while; and not before the code is warm.
  if (options.only.includes("actions")) {
    await timeActions(workflow, { askReceiver: receiver.ask, rings: 300 });
    const actions = await timeActions(workflow, { askReceiver: receiver.ask, rings: 1_000 });
    lines.push(...linesOfActions(actions.tookMs));
    errors += actions.errors;
  }
  if (options.only.includes("door")) {
    const doors = await compareDoors(app, { databaseUrl: databaseUrl("doorbell"), rounds, seconds });
    lines.push(...doors.lines);
    errors += doors.errors;
  }
  if (options.only.includes("runs")) {
    const runWorkflow = await app.createWorkflow(`http://127.0.0.1:${port}/`);
    const counted = await countRuns(runWorkflow, {
      databaseUrl: databaseUrl("doorbell"),
      appPid: app.pid,
      rounds,
      runs,
    });
    lines.push(...counted.lines);
    errors += counted.errors;
  }
  if (options.only.includes("lengths")) {
    const chain = (requests: number) => app.createChain(`http://127.0.0.1:${port}/`, requests);
    const [short, long] = [await chain(20), await chain(200)];
    lines.push(await compareLengths({ short, long }, { databaseUrl: databaseUrl("doorbell"), rounds: 3 * rounds }));
  }
  if (options.only.includes("log")) lines.push(...(await readLog(app)));
  lines.push({ name: "Memory, MB", ours: usageOf(app.pid).residentMb.toFixed(0), aim: "≤ 400" });
  lines.push({ name: "Rings or runs that went wrong", ours: String(errors), aim: "0" });

  await Promise.all([app.stop(), receiver.stop()]);
  await postgres.stop();
  process.stdout.write(`\n${drawTable(lines)}\n\n`);
  return errors === 0;
}

process.exitCode = (await bench()) ? 0 : 1;
