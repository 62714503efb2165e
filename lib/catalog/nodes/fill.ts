import { type Place, renderText } from "@/lib/domain/templates/render-text";
import { renderValue } from "@/lib/domain/templates/render-value";
import type { Scope } from "@/lib/domain/templates/scope";

/** Fills in a node's templates, and gathers what is wrong with them: a node with a problem is not performed. */
export type Fill = {
  /** Text with its values encoded for the place where it goes. */
  text: (template: string, place?: Place) => string;
  /** The same without blanks around it. When nothing is left, `complaint` is a problem. */
  needed: (template: string, complaint: string, place?: Place) => string;
  /** A value: a template that is one placeholder keeps the type of what it names. Lists and objects are filled in, too. */
  value: (template: unknown) => unknown;
  /** Says that the node cannot be performed, in a sentence. */
  complain: (message: string) => void;
  problems: readonly string[];
};

export function createFill(scope: Scope): Fill {
  const problems: string[] = [];
  const complain = (message: string): void => void problems.push(message);
  function text(template: string, place: Place = "text"): string {
    const rendered = renderText(template, scope, place);
    if (rendered.ok) return rendered.text;
    complain(rendered.message);
    return "";
  }
  return {
    text,
    needed: (template, complaint, place) => {
      const before = problems.length;
      const filled = text(template, place).trim();
      if (filled === "" && problems.length === before) complain(complaint);
      return filled;
    },
    value: (template) => {
      const rendered = renderValue(template, scope);
      if (rendered.ok) return rendered.value;
      complain(rendered.message);
      return null;
    },
    complain,
    problems,
  };
}
