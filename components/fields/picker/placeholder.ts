const PLAIN_KEY = /^[A-Za-z_][\w-]*$/;

export type DataPath = readonly (string | number)[];

/** A path as a template takes it: `trigger.body.items[0]["first name"]`. */
export function writePath(path: DataPath): string {
  return path
    .map((segment, index) => {
      if (typeof segment === "number") return `[${segment}]`;
      if (!PLAIN_KEY.test(segment)) return `["${segment.replaceAll(/["\\]/g, "\\$&")}"]`;
      return index === 0 ? segment : `.${segment}`;
    })
    .join("");
}

/** The placeholder that a template fills in with what stands at a path. */
export function placeholderOf(path: DataPath): string {
  return `{{ ${writePath(path)} }}`;
}

export type TemplatePart = { text: string; isPlaceholder: boolean };

/** Cuts a template where its placeholders begin and end, for marking them. */
export function templateParts(template: string): TemplatePart[] {
  return template
    .split(/(\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\})/)
    .map((text, index) => ({ text, isPlaceholder: index % 2 === 1 }))
    .filter(({ text }) => text !== "");
}
