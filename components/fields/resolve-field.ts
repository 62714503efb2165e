import { writePath } from "@/components/fields/picker/placeholder";
import type { NodeDefinition } from "@/lib/catalog/nodes/define-node";
import { readPath } from "@/lib/domain/json/read-path";
import { renderText } from "@/lib/domain/templates/render-text";
import type { Scope } from "@/lib/domain/templates/scope";
import { templatePaths } from "@/lib/domain/templates/template-paths";

/** What a template comes to with the data at hand; and which data it names that is not there. */
export type Resolved = { text: string; missing: string[] };

type Place = { definition: NodeDefinition; config: unknown; key: string };

/**
 * Fills in a field as its node would send it; null when it names no data, or cannot be filled in. While the node's
 * other settings are unfinished, it is filled in as plain text.
 */
export function resolveField(template: string, scope: Scope, place?: Place): Resolved | null {
  if (!/\{[{%]/.test(template)) return null;
  const missing = missingData(template, scope);
  const planned = place && plannedText(place, scope);
  if (planned !== undefined) return { text: planned, missing };
  const rendered = renderText(template, scope, "text");
  return rendered.ok ? { text: rendered.text, missing } : null;
}

function plannedText({ definition, config, key }: Place, scope: Scope): string | undefined {
  const { input } = definition.plan(config, scope);
  const text = readPath(input, [key]);
  return typeof text === "string" ? text : undefined;
}

/** The data that a template names and that is not there. Loop variables and the like are not data. */
export function missingData(template: string, scope: Scope): string[] {
  return templatePaths(template)
    .filter(([root]) => root === "trigger" || root === "steps")
    .filter((path) => readPath(scope, path) === undefined)
    .map(writePath);
}
