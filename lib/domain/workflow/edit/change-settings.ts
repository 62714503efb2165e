import type { Graph } from "@/lib/domain/workflow/graph";
import type { WorkflowSettings } from "@/lib/domain/workflow/settings";

/** What can be changed about how a workflow runs. Undefined takes a setting away. */
export type SettingsChange = { [Key in keyof WorkflowSettings]?: WorkflowSettings[Key] | undefined };

/** Changes how the workflow's runs are held in check. Without anything left, the drawing has no settings. */
export function changeSettings(graph: Graph, change: SettingsChange): Graph {
  const { nodes, edges } = graph;
  const settings = inOrder({ ...graph.settings, ...change });
  return { nodes, edges, ...(Object.keys(settings).length > 0 ? { settings } : {}) };
}

/** Keys in the order of the schema, so that a drawing set back reads the same. */
function inOrder({ concurrency, throttle, timeLimitSeconds }: SettingsChange): WorkflowSettings {
  return {
    ...(concurrency ? { concurrency: { limit: concurrency.limit, ...keyOf(concurrency) } } : {}),
    ...(throttle
      ? { throttle: { limit: throttle.limit, periodSeconds: throttle.periodSeconds, ...keyOf(throttle) } }
      : {}),
    ...(timeLimitSeconds === undefined ? {} : { timeLimitSeconds }),
  };
}

/** A key without a word in it is none. */
function keyOf({ key }: { key?: string | undefined }): { key?: string } {
  return key === undefined || key.trim() === "" ? {} : { key };
}
