import { templateParts } from "@/components/fields/picker/placeholder";
import { templatePaths } from "@/lib/domain/templates/template-paths";

/** What a value could be called that is one placeholder: the last name on its path. Empty for any other text. */
export function nameFor(template: string): string {
  const parts = templateParts(template.trim());
  const [path = [], ...others] = parts.length === 1 && parts[0]?.isPlaceholder ? templatePaths(template) : [];
  const name = others.length > 0 ? undefined : path.slice(1).findLast((segment) => typeof segment === "string");
  return typeof name === "string" ? name : "";
}
