import { periodWords } from "@/components/editor/settings/time-unit";
import type { WorkflowSettings } from "@/lib/domain/workflow/settings";

/** Says what settings mean, in a few sentences. */
export function settingsWords({ concurrency, throttle, timeLimitSeconds }: WorkflowSettings): string {
  const sentences = [
    ...(concurrency ? [atOnce(concurrency)] : []),
    ...(throttle
      ? [
          `At most ${throttle.limit.toLocaleString("en")} begin within ${periodWords(throttle.periodSeconds)}${forEach(throttle.key)}.`,
        ]
      : []),
    ...(timeLimitSeconds === undefined ? [] : [`A run that takes longer than ${periodWords(timeLimitSeconds)} fails.`]),
  ];
  return sentences.length === 0 ? "Every run begins at once and takes as long as it takes." : sentences.join(" ");
}

function atOnce({ limit, key }: NonNullable<WorkflowSettings["concurrency"]>): string {
  if (limit === 1) return `One run after the other, in the order they came${forEach(key)}.`;
  return `At most ${limit.toLocaleString("en")} runs at once${forEach(key)}; the others wait their turn.`;
}

function forEach(key: string | undefined): string {
  return key === undefined ? "" : `, for each ${key.replace(/^\{\{\s*([^{}]+?)\s*\}\}$/, "$1")}`;
}
