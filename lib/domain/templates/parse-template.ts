import { LiquidError, type Template, toValueSync, Value } from "liquidjs";
import { engine } from "@/lib/domain/templates/engine";

export type ParsedTemplate = { ok: true; templates: Template[] } | { ok: false; message: string };

const CACHED_MAX = 500;
const CACHED_LENGTH_MAX = 20_000;

const cache = new Map<string, ParsedTemplate>();

/** Reads a template, or says in a sentence why it cannot be read. The same few are read for every delivery, so it remembers. */
export function parseTemplate(text: string): ParsedTemplate {
  const known = cache.get(text);
  if (known) return known;
  const parsed = parse(text);
  if (text.length <= CACHED_LENGTH_MAX) remember(text, parsed);
  return parsed;
}

function remember(text: string, parsed: ParsedTemplate): void {
  const [oldest] = cache.keys();
  if (cache.size >= CACHED_MAX && oldest !== undefined) cache.delete(oldest);
  cache.set(text, parsed);
}

function parse(text: string): ParsedTemplate {
  try {
    const templates = engine.parse(text);
    if (templates.every(isComplete)) return { ok: true, templates };
    return { ok: false, message: "Two values stand side by side in a placeholder, with nothing to join them." };
  } catch (error) {
    return { ok: false, message: templateComplaint(error) };
  }
}

/** Liquid itself takes the first of two values and drops the other without a word. */
function isComplete(template: Template): boolean {
  for (const argument of template.arguments?.() ?? []) {
    if (argument instanceof Value && operandsLeft(argument) > 1) return false;
  }
  const children: unknown = template.children ? toValueSync(template.children(false, true)) : [];
  return !Array.isArray(children) || children.every(isComplete);
}

function operandsLeft({ initial }: Value): number {
  let count = 0;
  for (const token of initial.postfix) {
    const operator = "operator" in token ? token.operator : undefined;
    if (operator === undefined) count++;
    else if (operator !== "not") count--;
  }
  return count;
}

const SENTENCES: [pattern: RegExp, sentence: (found: string) => string][] = [
  [/^undefined filter: (.*)$/, (name) => `There is no filter called “${name}”.`],
  [/^tag "end(.*)" not found$/, (name) => `“end${name}” closes a “${name}” that was not opened.`],
  [/^tag "(.*)" not found$/, (name) => `There is no tag called “${name}”.`],
  [/^output .* not closed$/s, () => "A placeholder is not closed: “}}” is missing."],
  [/^tag \{% *(\w+).* not closed$/s, (name) => `A “${name}” is not closed: {% end${name} %} is missing.`],
  [/^tag .* not closed$/s, () => "A tag is not closed: “%}” is missing."],
  [/^invalid value expression: ""$/, () => "A placeholder is empty."],
  [/^parse length limit/, () => "The template is too long."],
  [/^template render limit/, () => "The template takes too long to fill in."],
  [/^memory alloc limit|^Invalid string length/, () => "The template grows too large."],
];

/** What went wrong with a template, in a sentence. */
export function templateComplaint(error: unknown): string {
  const raw = error instanceof Error ? error.message : String(error);
  const [, reason, place] = /^(.*?)(?:, line:(\d+), col:\d+)?$/s.exec(raw) ?? [];
  const where = place && place !== "1" ? ` (Line ${place}.)` : "";
  for (const [pattern, sentence] of SENTENCES) {
    const found = pattern.exec(reason ?? raw);
    if (found) return sentence((found[1] ?? "").slice(0, 100)) + where;
  }
  const detail = LiquidError.is(error) ? (reason ?? raw).slice(0, 200) : "it failed";
  return `The template cannot be read: ${detail}.${where}`;
}
