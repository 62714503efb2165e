import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { z } from "zod";
import { type Id, toUuid } from "@/lib/domain/ids";
import type { RungWorkflow } from "./app-under-load";
import { ringFromOutside } from "./load";
import { usageOf } from "./processes";
import { median } from "./quantile";
import type { Line } from "./table";

const CONNECTIONS = 64;
const PATIENCE_MS = 300_000;

type Options = { databaseUrl: string; appPid: number; rounds: number; runs: number };

/** Rings as fast as is accepted, until the last run has ended. A run that is not done or not logged whole is an error. */
export async function countRuns(
  workflow: RungWorkflow,
  { databaseUrl, appPid, rounds, runs }: Options,
): Promise<{ lines: Line[]; errors: number }> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const perSecond: number[] = [];
  const cpuMs: number[] = [];
  let errors = 0;
  for (let round = 1; round <= rounds; round++) {
    const before = usageOf(appPid).cpuMs;
    const { url, secret } = workflow;
    const how = { kind: "closed", connections: CONNECTIONS, until: { count: runs } } as const;
    const load = await ringFromOutside({ url, secret, bodyBytes: 1_024, ...how });
    const { logged, endedAtMs } = await untilEnded(database, workflow.workflowId, round * runs);
    perSecond.push((runs * 1_000) / (endedAtMs - load.startedAtMs));
    cpuMs.push((usageOf(appPid).cpuMs - before) / runs);
    errors = round * runs - logged;
  }
  await database.end();
  return {
    lines: [
      { name: "Whole runs/s (filter and request)", ours: median(perSecond).toFixed(0), aim: "≥ 150, then 300" },
      { name: "CPU a run, ms", ours: median(cpuMs).toFixed(2) },
    ],
    errors,
  };
}

const Ended = z.object({ logged: z.coerce.number(), endedAtMs: z.coerce.number() });

async function untilEnded(database: pg.Client, workflowId: Id<"workflow">, count: number) {
  const uuid = toUuid(workflowId);
  const giveUpAtMs = Date.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await database.query(COUNT_ENDED, [uuid]);
    if (rows[0]?.ended >= count || Date.now() > giveUpAtMs) break;
    await pause(100);
  }
  const { rows } = await database.query(FIND_LOGGED, [uuid]);
  return Ended.parse(rows[0]);
}

const COUNT_ENDED = "SELECT count(*)::int AS ended FROM runs WHERE workflow_id = $1 AND ended_at IS NOT NULL";

const FIND_LOGGED = `
SELECT max(extract(epoch FROM ended_at)) * 1000 AS "endedAtMs", count(*) FILTER (WHERE status = 'done'
  AND (SELECT count(*) FROM steps WHERE run_id = runs.id AND steps.status = 'done') = 3
  AND (SELECT count(*) FROM attempts WHERE run_id = runs.id AND attempts.status = 'succeeded') = 1) AS logged
FROM runs WHERE workflow_id = $1`;
