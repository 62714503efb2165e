import type { RetryPolicy } from "@/lib/domain/runs/retry-policy";

const SHOWN_MAX = 6;

/** The pauses between tries, in ms, without the chance that spreads them; at most the first six. */
export function retryPauses({ attempts, backoff, delayMs }: RetryPolicy): number[] {
  const count = Math.min(attempts - 1, SHOWN_MAX);
  return Array.from({ length: count }, (_, index) => (backoff === "fixed" ? delayMs : delayMs * 2 ** index));
}
