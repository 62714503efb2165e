import { pool } from "@/lib/platform/db";

/** A budget of `burst` at once, which fills again at `ratePerSecond`. */
export type Budget = { ratePerSecond: number; burst: number };

export type Taken = { ok: true } | { ok: false; retryAfterSeconds: number };

/**
 * The generic cell rate algorithm (https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm). A key's row says when its
 * budget is whole again; to take one moves that moment on by $2 seconds, unless it would come to lie more than $3 seconds
 * ahead. Row lock and condition are one statement, so any number of processes share one budget.
 */
const TAKE = `
  WITH taken AS (
    INSERT INTO rate_limits AS budget (key, whole_at)
    VALUES ($1, now() + make_interval(secs => $2))
    ON CONFLICT (key) DO UPDATE
      SET whole_at = greatest(budget.whole_at, now()) + make_interval(secs => $2)
      WHERE greatest(budget.whole_at, now()) + make_interval(secs => $2) <= now() + make_interval(secs => $3)
    RETURNING key
  )
  SELECT EXISTS (SELECT FROM taken) AS ok,
         (SELECT extract(epoch FROM whole_at - now())::float8 FROM rate_limits WHERE key = $1) AS whole_in_seconds`;

/** Takes one from a key's budget, or says when to come again. */
export async function takeFromBudget(key: string, { ratePerSecond, burst }: Budget): Promise<Taken> {
  const pauseSeconds = 1 / ratePerSecond;
  const { rows } = await pool().query<{ ok: boolean; whole_in_seconds: number | null }>({
    name: "take-from-budget",
    text: TAKE,
    values: [key, pauseSeconds, pauseSeconds * burst],
  });
  const [row] = rows;
  if (row?.ok) return { ok: true };
  // A row that another process has only just written is not seen yet: then its budget was whole a moment ago.
  const wholeInSeconds = row?.whole_in_seconds ?? pauseSeconds * burst;
  return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(wholeInSeconds - pauseSeconds * (burst - 1))) };
}

/** Gives one back that turned out not to count. */
export async function returnToBudget(key: string, { ratePerSecond }: Budget): Promise<void> {
  await pool().query("UPDATE rate_limits SET whole_at = whole_at - make_interval(secs => $2) WHERE key = $1", [
    key,
    1 / ratePerSecond,
  ]);
}

/** Takes the rows of budgets that are whole again away. */
export async function sweepBudgets(): Promise<void> {
  await pool().query("DELETE FROM rate_limits WHERE whole_at <= now()");
}
