import { engine } from "@/lib/domain/templates/engine";
import { parseTemplate } from "@/lib/domain/templates/parse-template";

type Segments = (string | number | Segments)[];

/**
 * The paths that a template reads, each once: `["trigger", "body", "id"]`. A path ends where the next key is itself read
 * from the data. Empty for a template that cannot be read.
 */
export function templatePaths(template: string): (string | number)[][] {
  const parsed = parseTemplate(template);
  if (!parsed.ok) return [];
  const paths = engine.globalVariableSegmentsSync(parsed.templates).map(knownPart);
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

function knownPart(segments: Segments): (string | number)[] {
  const known: (string | number)[] = [];
  for (const segment of segments) {
    if (typeof segment === "object") break;
    known.push(segment);
  }
  return known;
}

/** Why a template cannot be read, in a sentence; undefined when it can. */
export function checkTemplate(template: string): string | undefined {
  const parsed = parseTemplate(template);
  return parsed.ok ? undefined : parsed.message;
}
