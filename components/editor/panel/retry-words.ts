import { retryPauses } from "@/components/editor/panel/retry-pauses";
import { writeStatuses } from "@/components/editor/panel/status-list";
import type { RetryPolicy } from "@/lib/domain/runs/retry-policy";

/** What a policy comes to, a sentence or two each: how often it tries, and after what. */
export function retryWords(policy: RetryPolicy): string[] {
  if (policy.attempts === 1) return ["It tries once."];
  const pauses = retryPauses(policy).map((pauseMs) => `${pauseMs / 1_000} s`);
  const rest = policy.attempts - 1 > pauses.length ? " and so on" : "";
  return [`It tries up to ${policy.attempts} times, with pauses of ${pauses.join(", ")}${rest}.`, causeWords(policy)];
}

function causeWords({ retryStatuses, atMostOnce = false }: RetryPolicy): string {
  const silence = atMostOnce ? "a request that surely did not arrive" : "no answer";
  if (retryStatuses) {
    const answers = retryStatuses.length === 0 ? "" : `, or the answer ${writeStatuses(retryStatuses, "or")}`;
    return `It tries again after ${silence}${answers}.`;
  }
  if (atMostOnce)
    return `It tries again after ${silence}, or the answer 408, 425 or 429: these say that nothing was done.`;
  return `It tries again after what may go better next time: ${silence}, or the answer 408, 425, 429 or 500 to 599.`;
}
