import type { Queryable } from "@/lib/stores/engine/queryable";

/** How long until the next job is due, in ms; nothing when none is. Jobs under a concurrency limit do not count. */
export async function findNextDueMs(database: Queryable): Promise<number | undefined> {
  const { rows } = await database.query<{ pause_ms: number | null }>({
    name: "engine-next-due",
    text: "SELECT extract(epoch FROM min(due_at) - now())::float8 * 1000 AS pause_ms FROM engine_jobs WHERE slot_key = ''",
  });
  return rows[0]?.pause_ms ?? undefined;
}

/** Whether any job is under a concurrency limit, perhaps one that its function no longer has. */
export async function hasSlottedJobs(database: Queryable): Promise<boolean> {
  const { rows } = await database.query<{ exists: boolean }>({
    name: "engine-has-slotted-jobs",
    text: "SELECT EXISTS (SELECT FROM engine_jobs WHERE slot_key > '')",
  });
  return rows[0]?.exists === true;
}

/** Deletes some dedupe keys that have expired, and says how many. */
export async function deleteExpiredKeys(database: Queryable, limit: number): Promise<number> {
  const { rowCount } = await database.query({
    name: "engine-delete-expired-keys",
    text: `DELETE FROM engine_dedupe_keys WHERE key IN (
      SELECT key FROM engine_dedupe_keys WHERE expires_at < now() ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED)`,
    values: [limit],
  });
  return rowCount ?? 0;
}

/** Tells other processes that there is work. `sender` lets the sender not hear itself. */
export async function announceWork(database: Queryable, sender: string): Promise<void> {
  await database.query({ name: "engine-announce", text: "SELECT pg_notify('engine_jobs', $1)", values: [sender] });
}

/** The statement by which a connection hears `announceWork`. */
export const LISTEN_FOR_WORK = "LISTEN engine_jobs";
