import { z } from "zod";
import { type Id, idBoundAt, toUuid } from "@/lib/domain/ids";
import type { Overview } from "@/lib/domain/overview";
import { db, pool } from "@/lib/platform/db";

const HOUR_MS = 3_600_000;

const HourRow = z.object({ hour: z.date(), accepted: z.number(), rejected: z.number(), other: z.number() });

/** Deliveries by the hour of the last 24, and what there is in the workspace. */
export async function readOverview(workspaceId: Id<"workspace">, nowMs: number): Promise<Overview> {
  const firstHourMs = Math.floor(nowMs / HOUR_MS) * HOUR_MS - 23 * HOUR_MS;
  const workspace = toUuid(workspaceId);
  const since = toUuid(idBoundAt(firstHourMs));
  const owned = { workspaceId: workspace, deletedAt: null };
  const [{ rows }, endpointCount, workflowCount, runs] = await Promise.all([
    pool().query(
      `SELECT date_trunc('hour', received_at) AS hour,
              count(*) FILTER (WHERE verdict = 'accepted')::int AS accepted,
              count(*) FILTER (WHERE verdict = 'rejected')::int AS rejected,
              count(*) FILTER (WHERE verdict NOT IN ('accepted', 'rejected'))::int AS other
       FROM deliveries WHERE workspace_id = $1 AND id >= $2 GROUP BY 1`,
      [workspace, since],
    ),
    db().endpoint.count({ where: owned }),
    db().workflow.count({ where: owned }),
    db().run.groupBy({ by: ["status"], where: { workspaceId: workspace, id: { gte: since } }, _count: true }),
  ]);
  const byHour = new Map(
    z
      .array(HourRow)
      .parse(rows)
      .map((row) => [row.hour.getTime(), row]),
  );
  const runCounts = Object.fromEntries(runs.map((row) => [row.status, row._count]));
  return {
    hours: Array.from({ length: 24 }, (_, index) => {
      const atMs = firstHourMs + index * HOUR_MS;
      const { accepted = 0, rejected = 0, other = 0 } = byHour.get(atMs) ?? {};
      return { at: new Date(atMs).toISOString(), accepted, rejected, other };
    }),
    endpointCount,
    workflowCount,
    doneRuns: runCounts["done"] ?? 0,
    failedRuns: runCounts["failed"] ?? 0,
  };
}
