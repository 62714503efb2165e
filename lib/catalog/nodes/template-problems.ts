import type { Field, Widget } from "@/lib/domain/forms/field";
import { checkTemplate } from "@/lib/domain/templates/template-paths";
import type { Problem } from "@/lib/domain/workflow/problem";

const WITH_TEMPLATES: ReadonlySet<Widget> = new Set(["template", "long-template", "header-list", "mapping", "texts"]);

/** Templates of a config that cannot be read, by the fields they stand in. */
export function templateProblems(fields: Field[], config: Record<string, unknown>): Omit<Problem, "nodeId">[] {
  return fields
    .filter(({ widget }) => WITH_TEMPLATES.has(widget))
    .flatMap(({ key }) =>
      textsIn(config[key])
        .map(checkTemplate)
        .filter((message) => message !== undefined)
        .map((message) => ({ field: key, message })),
    );
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
