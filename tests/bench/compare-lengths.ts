import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { toUuid } from "@/lib/domain/ids";
import type { RungWorkflow } from "./app-under-load";
import { ringFromOutside } from "./load";
import { median } from "./quantile";
import type { Line } from "./table";

type Chains = { short: RungWorkflow; long: RungWorkflow };

/** How much longer a long chain of requests takes than a short one, from the ring to the end. They take turns. */
export async function compareLengths(
  { short, long }: Chains,
  { databaseUrl, rounds }: { databaseUrl: string; rounds: number },
): Promise<Line> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const timeRun = async (workflow: RungWorkflow, round: number) => {
    const { url, secret } = workflow;
    const once = { kind: "closed", connections: 1, until: { count: 1 } } as const;
    const { startedAtMs } = await ringFromOutside({ url, secret, bodyBytes: 1_024, ...once });
    return (await endOf(database, { workflow, count: round })) - startedAtMs;
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

const ENDED = `
SELECT count(*)::int AS count, (extract(epoch FROM max(ended_at)) * 1000)::float AS "atMs"
FROM runs WHERE workflow_id = $1 AND status = 'done'`;

/** Waits for the nth run of a workflow to be done, and says when it was. */
async function endOf(
  database: pg.Client,
  { workflow, count }: { workflow: RungWorkflow; count: number },
): Promise<number> {
  for (let tries = 0; tries < 600; tries++) {
    const { rows } = await database.query(ENDED, [toUuid(workflow.workflowId)]);
    if (rows[0]?.count >= count) return rows[0].atMs;
    await pause(100);
  }
  throw new Error("A run of the bench has not ended.");
}
