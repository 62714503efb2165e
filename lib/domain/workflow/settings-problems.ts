import { checkTemplate, templatePaths } from "@/lib/domain/templates/template-paths";
import type { Graph } from "@/lib/domain/workflow/graph";
import type { Problem } from "@/lib/domain/workflow/problem";

/** The field of problems that concern how a workflow runs. */
export const SETTINGS_FIELD = "settings";

/** What keeps the settings of a drawing from being published: keys that cannot be read, or not before anything has run. */
export function settingsProblems({ settings }: Graph): Problem[] {
  return [settings?.concurrency?.key, settings?.throttle?.key].flatMap((key) => {
    const message = key === undefined ? undefined : keyComplaint(key);
    return message === undefined ? [] : [{ field: SETTINGS_FIELD, message: `How it runs: ${message}` }];
  });
}

/** Why a key cannot be used, in a sentence; undefined when it can. */
export function keyComplaint(key: string): string | undefined {
  const unreadable = checkTemplate(key);
  if (unreadable) return unreadable;
  return templatePaths(key).some(([root]) => root === "steps")
    ? "What keeps runs apart is read before any step has run, so it can only name what rang."
    : undefined;
}
