import { renderText } from "@/lib/domain/templates/render-text";
import type { Scope } from "@/lib/domain/templates/scope";
import type { WorkflowSettings } from "@/lib/domain/workflow/settings";

/** Runs of one key, of which only so many may run at once. */
export type Lane = { limit: number; key: string };

const KEY_LENGTH_MAX = 300;

/**
 * The lane in which a workflow's run takes its turn; null where it need not. What the key cannot be read from shares a
 * lane: it is better slow than out of order.
 */
export function laneOf(
  workflowId: string,
  concurrency: WorkflowSettings["concurrency"],
  trigger: () => Record<string, unknown>,
): Lane | null {
  if (!concurrency) return null;
  return { limit: concurrency.limit, key: keyedBy(workflowId, concurrency.key, trigger) };
}

/** The workflow's id with the value of a key. */
export function keyedBy(workflowId: string, key: string | undefined, trigger: () => Record<string, unknown>): string {
  if (!key) return workflowId;
  const scope: Scope = { trigger: trigger(), steps: {} };
  const rendered = renderText(key, scope, "text");
  return `${workflowId}:${rendered.ok ? rendered.text.slice(0, KEY_LENGTH_MAX) : ""}`;
}
