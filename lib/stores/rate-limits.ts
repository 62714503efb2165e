import { createBatcher } from "@/lib/platform/batcher";
import { pool } from "@/lib/platform/db";

/** A budget of `burst` at once, which fills again at `ratePerSecond`. */
export type Budget = { ratePerSecond: number; burst: number };

export type Taken = { ok: true } | { ok: false; retryAfterSeconds: number };

/**
 * Takes one from a key's budget, or says when to come again: the generic cell rate algorithm
 * (https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm). Whoever asks at the same moment shares a statement, and any
 * number of processes share one budget.
 */
export function takeFromBudget(key: string, budget: Budget, nowMs = Date.now()): Promise<Taken> {
  const spare = spares.get(key);
  if (!spare || spare.count === 0 || spare.untilMs < nowMs) return take({ key, budget });
  spare.count -= 1;
  return Promise.resolve({ ok: true });
}

/**
 * Of a large budget, a fiftieth is taken ahead, so that few rings have to ask. It is kept for a second, and the burst is
 * smaller by as much: all processes together still never take more than the budget holds.
 */
const SPARE_PART = 50;
const SPARE_MAX = 2_000;
const SPARE_MS = 1_000;
const SPARE_KEYS_MAX = 10_000;
const spares = new Map<string, { count: number; untilMs: number }>();

function keepSpare(key: string, count: number): void {
  if (spares.size >= SPARE_KEYS_MAX) spares.clear();
  if (count > 0) spares.set(key, { count, untilMs: Date.now() + SPARE_MS });
  else spares.delete(key);
}

type Asked = { key: string; budget: Budget };

const take = createBatcher<Asked, Taken>({
  flush: takeAll,
  batchSizeMax: 1_000,
  inFlightMax: 1,
  waitingMax: 20_000,
});

async function takeAll(asked: Asked[]): Promise<Taken[]> {
  const byKey = new Map<string, { budget: Budget; count: number }>();
  for (const { key, budget } of asked) byKey.set(key, { budget, count: (byKey.get(key)?.count ?? 0) + 1 });
  const left = new Map<string, { granted: number; retryAfterSeconds: number }>();
  for (const [key, { budget, count }] of byKey) {
    const spare = Math.min(SPARE_MAX, Math.floor(budget.burst / SPARE_PART));
    const share = await takeSome(key, { ...budget, burst: budget.burst - spare }, count + spare);
    keepSpare(key, share.granted - count);
    left.set(key, share);
  }
  return asked.map(({ key }) => {
    const share = left.get(key) ?? { granted: 0, retryAfterSeconds: 1 };
    if (share.granted === 0) return { ok: false, retryAfterSeconds: share.retryAfterSeconds };
    share.granted -= 1;
    return { ok: true };
  });
}

/**
 * A key's row says when its budget is whole again; each one taken moves that moment on by $3 seconds, and it may lie at most
 * $4 seconds ahead. The row is locked before it is read, so that two processes never grant the same.
 */
const TAKE_SOME = `
  UPDATE rate_limits AS budget
  SET whole_at = greatest(budget.whole_at, now()) + make_interval(secs => share.granted * $3::float8)
  FROM (
    SELECT key, greatest(0, least($2::int, floor(
      (extract(epoch FROM now() - greatest(whole_at, now()))::float8 + $4::float8) / $3::float8 + 0.000001)))::int AS granted
    FROM rate_limits WHERE key = $1 FOR UPDATE
  ) AS share
  WHERE budget.key = share.key
  RETURNING share.granted, extract(epoch FROM budget.whole_at - now())::float8 AS whole_in_seconds`;

async function takeSome(key: string, { ratePerSecond, burst }: Budget, count: number) {
  const pauseSeconds = 1 / ratePerSecond;
  const values = [key, count, pauseSeconds, pauseSeconds * burst];
  const ask = () =>
    pool().query<{ granted: number; whole_in_seconds: number }>({ name: "take-some", text: TAKE_SOME, values });
  let { rows } = await ask();
  if (rows.length === 0) {
    await pool().query("INSERT INTO rate_limits (key, whole_at) VALUES ($1, now()) ON CONFLICT DO NOTHING", [key]);
    ({ rows } = await ask());
  }
  const { granted = 0, whole_in_seconds: wholeInSeconds = 0 } = rows[0] ?? {};
  return { granted, retryAfterSeconds: Math.max(1, Math.ceil(wholeInSeconds - pauseSeconds * (burst - 1))) };
}

/**
 * Takes one from a key's budget even when it is empty, and says how long to wait for it, in ms: whoever asks next waits
 * longer. So many may go at once, and then one after the other.
 */
export async function reserveTurn(key: string, { ratePerSecond, burst }: Budget): Promise<number> {
  const pauseSeconds = 1 / ratePerSecond;
  const { rows } = await pool().query<{ wait: number }>({
    name: "reserve-turn",
    text: `INSERT INTO rate_limits AS budget (key, whole_at) VALUES ($1, now() + make_interval(secs => $2::float8))
           ON CONFLICT (key) DO UPDATE
             SET whole_at = greatest(budget.whole_at, now()) + make_interval(secs => $2::float8)
           RETURNING extract(epoch FROM whole_at - now())::float8 - $3::float8 AS wait`,
    values: [key, pauseSeconds, pauseSeconds * burst],
  });
  return Math.max(0, (rows[0]?.wait ?? 0) * 1_000);
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
