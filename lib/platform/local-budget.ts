type Budget = { ratePerSecond: number; burst: number };

type Taken = { ok: true } | { ok: false; retryAfterSeconds: number };

/** Beyond so many keys, those whose budget is whole again are forgotten. */
const KEYS_MAX = 10_000;

/**
 * A budget per key within this process, by the generic cell rate algorithm: for what is not worth a question to the
 * database. `burst` at once, and then `ratePerSecond`.
 */
export function localBudget({ ratePerSecond, burst }: Budget): (key: string, nowMs: number) => Taken {
  const pauseMs = 1_000 / ratePerSecond;
  const wholeAtMs = new Map<string, number>();

  function forgetWhole(nowMs: number): void {
    for (const [key, atMs] of wholeAtMs) if (atMs <= nowMs) wholeAtMs.delete(key);
  }

  return function take(key, nowMs) {
    const next = Math.max(wholeAtMs.get(key) ?? 0, nowMs) + pauseMs;
    const excessMs = next - nowMs - pauseMs * burst;
    if (excessMs > 0) return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(excessMs / 1_000)) };
    if (wholeAtMs.size >= KEYS_MAX) forgetWhole(nowMs);
    wholeAtMs.set(key, next);
    return { ok: true };
  };
}
