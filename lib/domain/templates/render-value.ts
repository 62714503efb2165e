import { Output, toValueSync } from "liquidjs";
import { isLosslessNumber } from "lossless-json";
import { contextOf, patiently } from "@/lib/domain/templates/engine";
import { parseTemplate, templateComplaint } from "@/lib/domain/templates/parse-template";
import { isJsonText, isPlaced, placedValue } from "@/lib/domain/templates/placed";
import { renderText } from "@/lib/domain/templates/render-text";
import type { Scope } from "@/lib/domain/templates/scope";

export type RenderedValue = { ok: true; value: unknown } | { ok: false; message: string };

const DEPTH_MAX = 64;

/**
 * Fills in a setting. A template that is one placeholder and nothing else keeps the value's type, any other gives text.
 * Lists and objects are filled in value by value; keys are no templates. What comes back may share parts with the scope.
 */
export function renderValue(template: unknown, scope: Scope): RenderedValue {
  return render(template, scope, 0);
}

function render(template: unknown, scope: Scope, depth: number): RenderedValue {
  if (typeof template === "string") return renderOne(template, scope);
  if (typeof template !== "object" || template === null || isLosslessNumber(template))
    return { ok: true, value: template };
  if (depth === DEPTH_MAX) return { ok: false, message: `The setting is nested deeper than ${DEPTH_MAX} levels.` };

  const entries: [string, unknown][] = [];
  for (const [key, child] of Object.entries(template)) {
    const rendered = render(child, scope, depth + 1);
    if (!rendered.ok) return rendered;
    entries.push([key, rendered.value]);
  }
  return { ok: true, value: Array.isArray(template) ? entries.map(([, value]) => value) : Object.fromEntries(entries) };
}

function renderOne(template: string, scope: Scope): RenderedValue {
  const parsed = parseTemplate(template);
  if (!parsed.ok) return parsed;
  const [first] = parsed.templates;
  if (parsed.templates.length !== 1 || !(first instanceof Output)) {
    const rendered = renderText(template, scope, "text");
    return rendered.ok ? { ok: true, value: rendered.text } : rendered;
  }
  try {
    const value: unknown = patiently(() => toValueSync(first.value.value(contextOf(scope), false)));
    const plain = isPlaced(value) ? placedValue(value) : value;
    return { ok: true, value: isJsonText(plain) ? String(plain) : plain };
  } catch (error) {
    return { ok: false, message: templateComplaint(error) };
  }
}
