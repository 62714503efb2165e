/** A value and where it belongs: `customer.name` is the name within the customer. */
export type PlacedValue = { path: string; value: unknown };

type Leaf = { value: unknown };
type Branch = { fields: Map<string, Branch | Leaf> };

const DEPTH_MAX = 16;

/** An object of values by their dotted paths. What is absent becomes null. Of two that are in each other's way, the last stays. */
export function buildObject(values: readonly PlacedValue[]): Record<string, unknown> {
  const root: Branch = { fields: new Map() };
  for (const { path, value } of values) {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    let branch = root;
    for (const key of keys) {
      const known = branch.fields.get(key);
      const next: Branch = known && "fields" in known ? known : { fields: new Map() };
      branch.fields.set(key, next);
      branch = next;
    }
    branch.fields.set(last, { value: value ?? null });
  }
  return toObject(root);
}

function toObject({ fields }: Branch): Record<string, unknown> {
  return Object.fromEntries([...fields].map(([key, part]) => [key, "fields" in part ? toObject(part) : part.value]));
}

/** What is wrong with paths that are to make one object, in sentences. */
export function pathProblems(paths: readonly string[]): string[] {
  const problems = paths.flatMap((path) => pathProblem(path) ?? []);
  for (const [index, path] of paths.entries()) {
    if (paths.indexOf(path) < index) problems.push(`“${path}” is there twice.`);
    const within = paths.find((other) => other.startsWith(`${path}.`));
    if (within !== undefined) problems.push(`“${path}” cannot be a value and hold “${within}”, too.`);
  }
  return [...new Set(problems)];
}

function pathProblem(path: string): string | undefined {
  const keys = path.split(".");
  if (path === "") return "A field has no name.";
  if (keys.some((key) => key.trim() === "")) return `“${path}” has a dot too many.`;
  if (keys.includes("__proto__")) return "A field cannot be called “__proto__”.";
  return keys.length > DEPTH_MAX ? `“${path}” is nested deeper than ${DEPTH_MAX} levels.` : undefined;
}
