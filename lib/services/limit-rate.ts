import type { Gate } from "@/lib/domain/deliveries/gates";
import { localBudget } from "@/lib/platform/local-budget";
import type { OpenedEndpoint } from "@/lib/services/open-rung-endpoint";
import { type Budget, type Taken, takeFromBudget } from "@/lib/stores/rate-limits";

/** How many requests that prove nothing a process looks at per endpoint, where the endpoint does not say. */
const UNVERIFIED: Budget = { ratePerSecond: 100, burst: 5_000 };

const unverified = localBudget(UNVERIFIED);

/**
 * Whether an endpoint takes one more. What is proven and what is not have budgets of their own, so that a flood of forgeries
 * cannot keep out what is real. Undefined where there is no limit.
 */
export function limitRate(
  endpoint: OpenedEndpoint,
  isProven: boolean,
  nowMs: number,
): Gate | undefined | Promise<Gate> {
  const rate = isProven ? endpoint.options.rate : endpoint.options.unverifiedRate;
  if (rate) {
    const budget = { ratePerSecond: rate.perMinute / 60, burst: rate.burst ?? rate.perMinute };
    const key = `ring:${isProven ? "proven" : "unproven"}:${endpoint.id}`;
    return takeFromBudget(key, budget).then((taken) => gateOf(taken, `${rate.perMinute} a minute`));
  }
  if (isProven) return undefined;
  const taken = unverified(endpoint.id, nowMs);
  return taken.ok ? undefined : gateOf(taken, `${UNVERIFIED.ratePerSecond} a second that prove nothing`);
}

function gateOf(taken: Taken, limit: string): Gate {
  const check = { name: "rate", ok: taken.ok, expected: `at most ${limit}` };
  if (taken.ok) return { check };
  const { retryAfterSeconds } = taken;
  const message = "Too many requests in a short time. Try again later.";
  return { check, refusal: { code: "rate_limited", reason: "rate_limited", message, retryAfterSeconds } };
}
