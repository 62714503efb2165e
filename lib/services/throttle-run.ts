import { keyedBy } from "@/lib/domain/workflow/lane";
import type { RunInProgress } from "@/lib/services/take-up-run";
import { reserveTurn } from "@/lib/stores/rate-limits";

/** When a run of a throttled workflow may begin, in ms since 1970. It takes its turn: once asked, the moment is its own. */
export async function takeTurn(run: RunInProgress): Promise<{ beginAtMs: number }> {
  const { throttle } = run.graph.settings ?? {};
  if (!throttle) return { beginAtMs: Date.now() };
  const { limit, periodSeconds, key } = throttle;
  const budget = { ratePerSecond: limit / periodSeconds, burst: limit };
  const waitMs = await reserveTurn(`throttle:${keyedBy(run.workflowId, key, () => run.scope.trigger)}`, budget);
  return { beginAtMs: Date.now() + waitMs };
}
