import { Output, toValueSync } from "liquidjs";
import { contextOf, engine, patiently } from "@/lib/domain/templates/engine";
import { parseTemplate, templateComplaint } from "@/lib/domain/templates/parse-template";
import { type Place, placeWriter } from "@/lib/domain/templates/place-writer";
import type { Scope } from "@/lib/domain/templates/scope";

export type { Place } from "@/lib/domain/templates/place-writer";

export type RenderedText = { ok: true; text: string } | { ok: false; message: string };

/**
 * Fills in a template. What is missing becomes nothing. In `json` a value inside a string literal is escaped as its content,
 * and any other is written as JSON; in `url` values are percent-encoded, but for one that the address begins with; in
 * `header` they lose line breaks; in `html` they are text, never tags. The filter `raw` switches that off. Text that comes
 * out of a placeholder is never read as a template.
 */
export function renderText(template: string, scope: Scope, place: Place): RenderedText {
  const parsed = parseTemplate(place === "url" ? template.trim() : template);
  if (!parsed.ok) return parsed;
  const { templates } = parsed;
  try {
    const text = patiently(() => {
      const writer = placeWriter(place, templates[0] instanceof Output);
      toValueSync(engine.renderer.renderTemplates(templates, contextOf(scope), writer));
      return writer.buffer;
    });
    return { ok: true, text: place === "header" ? text.replaceAll(/[\r\n\0]/g, "") : text };
  } catch (error) {
    return { ok: false, message: templateComplaint(error) };
  }
}
