import { sha256 } from "@/lib/platform/digest";
import type { RunInProgress } from "@/lib/services/take-up-run";

/**
 * One key for all attempts of an effect, so that a receiver that knows it does the work once: also when the run is tried
 * again by another one.
 */
export function effectKey({ rootId }: Pick<RunInProgress, "rootId">, nodeId: string): string {
  return `drb_${sha256(`${rootId}:${nodeId}:0`).toString("hex").slice(0, 32)}`;
}
