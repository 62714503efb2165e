import { readPath } from "@/lib/domain/json/read-path";

/** All values at a path in which `[*]` stands for every item of a list: none where a list is empty or is none. */
export function readPaths(value: unknown, path: string): unknown[] {
  const [first = "", ...rest] = path.split(/\[\*\]\.?/);
  let found: unknown[] = [first === "" || first === "$" ? value : readPath(value, first)];
  for (const part of rest) {
    const items = found.flatMap((list) => (Array.isArray(list) ? list : []));
    found = part === "" ? items : items.map((item) => readPath(item, part));
  }
  return found;
}
