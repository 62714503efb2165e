import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { toUuid } from "@/lib/domain/ids";
import type { RungWorkflow } from "./app-under-load";
import { ringFromOutside } from "./load";
import { median } from "./quantile";
import type { Line } from "./table";

type Chains = { short: RungWorkflow; long: RungWorkflow };

/** How much longer a long chain of requests takes than a short one, each alone on the machine. They take turns. */
export async function compareLengths(
  { short, long }: Chains,
  { databaseUrl, rounds }: { databaseUrl: string; rounds: number },
): Promise<Line> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const timeRun = async (workflow: RungWorkflow, round: number) => {
    const { url, secret } = workflow;
    await ringFromOutside({ url, secret, bodyBytes: 1_024, kind: "closed", connections: 1, until: { count: 1 } });
    return runTime(database, { workflow, count: round });
  };
  const pairs: { short: number; long: number }[] = [];
  for (let round = 1; round <= rounds; round++) {
    pairs.push({ long: await timeRun(long, round), short: await timeRun(short, round) });
  }
  await database.end();
  return {
    name: "A run of 200 requests, ms; of 20",
    ours: median(pairs.map((pair) => pair.long)).toFixed(0),
    bare: median(pairs.map((pair) => pair.short)).toFixed(0),
    ratio: median(pairs.map((pair) => pair.long / pair.short)).toFixed(1),
    aim: "ratio ≤ 10",
  };
}

const TOOK = `
SELECT count(*)::int AS count, (array_agg(extract(epoch FROM ended_at - started_at) * 1000 ORDER BY id DESC))[1]::float AS ms
FROM runs WHERE workflow_id = $1 AND status = 'done'`;

/** Waits for the nth run of a workflow to be done, and says in milliseconds how long it took. */
async function runTime(
  database: pg.Client,
  { workflow, count }: { workflow: RungWorkflow; count: number },
): Promise<number> {
  for (let tries = 0; tries < 600; tries++) {
    const { rows } = await database.query(TOOK, [toUuid(workflow.workflowId)]);
    if (rows[0]?.count >= count) return rows[0].ms;
    await pause(100);
  }
  throw new Error("A run of the bench has not ended.");
}
