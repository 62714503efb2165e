import { isLosslessNumber } from "lossless-json";
import type { Json } from "@/lib/domain/json/json";

/** What a value has wrong. The path is one that `readPath` takes, and the message names it. */
export type Problem = { path: string; message: string };

export const NONE: readonly Problem[] = [];

/** Which keys or items of a value a schema has said something about: what is left is “unevaluated”. */
export type Seen = { keys: Set<string>; items: Set<number> };

/** One validation, which ends when its steps are used up: a schema of a few lines can ask for more than a lifetime. */
export type Run = { stepsLeft: number; depth: number; isEndless: boolean };

/** A value within the body that is being looked at. */
export type Place = { value: unknown; path: string; run: Run };

export type Visit = Place & { seen: Seen };

/** One keyword of a schema, ready to be asked. */
export type Check = (visit: Visit) => readonly Problem[];

/** A schema that has been read. Its checks come last, since a schema may refer to itself. */
export type SchemaNode = { checks: Check[] };

export type JsonObject = { [key: string]: Json };

const DEPTH_MAX = 1_000;

/** More of them help nobody to mend a body. */
export const PROBLEMS_MAX = 10;

/** So many looks at a key, an item or a few characters take as long as one step does. */
const LOOKS_PER_STEP = 16;

/** Charges a run for what a keyword looks at by itself. */
export function spend(run: Run, looks: number): void {
  run.stepsLeft -= looks / LOOKS_PER_STEP;
}

/** A number or a text has neither keys nor items, and most values are such. */
const NOTHING_SEEN: Seen = { keys: new Set(), items: new Set() };

/** Looks at a value with a schema. What it has seen counts only where nothing is wrong. */
export function applyNode(node: SchemaNode, place: Place): { problems: readonly Problem[]; seen: Seen } {
  const { run, value, path } = place;
  const seen = typeof value === "object" ? { keys: new Set<string>(), items: new Set<number>() } : NOTHING_SEEN;
  run.stepsLeft--;
  if (run.depth >= DEPTH_MAX) run.isEndless = true;
  if (run.stepsLeft < 0 || run.isEndless) return { problems: NONE, seen };

  run.depth++;
  // Written out rather than spread, which V8 makes a new hidden class for each time.
  const visit = { value, path, run, seen };
  let problems = NONE;
  for (const check of node.checks) {
    const more = check(visit);
    run.stepsLeft -= more.length;
    if (more.length > 0) problems = [...problems, ...more.slice(0, PROBLEMS_MAX)];
    if (problems.length >= PROBLEMS_MAX) break;
  }
  run.depth--;
  return { problems, seen };
}

/** Looks at the same value with another schema, as part of this one. */
export function applyHere(node: SchemaNode, visit: Visit): readonly Problem[] {
  const { problems, seen } = applyNode(node, visit);
  if (problems.length > 0) return problems;
  spend(visit.run, seen.keys.size + seen.items.size);
  for (const key of seen.keys) visit.seen.keys.add(key);
  for (const item of seen.items) visit.seen.items.add(item);
  return NONE;
}

/** Looks at a value within this one. */
export function applyToKey(node: SchemaNode, { value, path, run, seen }: Visit, key: string): readonly Problem[] {
  seen.keys.add(key);
  return applyNode(node, { value: (value as JsonObject)[key], path: keyPath(path, key), run }).problems;
}

export function applyToItem(node: SchemaNode, { value, path, run, seen }: Visit, index: number): readonly Problem[] {
  seen.items.add(index);
  return applyNode(node, { value: (value as Json[])[index], path: `${path}[${index}]`, run }).problems;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isLosslessNumber(value);
}

const PLAIN_KEY = /^[A-Za-z_][\w-]*$/;

export function keyPath(path: string, key: string): string {
  if (!PLAIN_KEY.test(key)) return `${path}["${key.replaceAll(/["\\]/g, "\\$&")}"]`;
  return path === "" ? key : `${path}.${key}`;
}

/** A problem with the value that is looked at: “data.amount must be …”, or “The body must be …”. */
export function problemAt({ path }: Pick<Place, "path">, predicate: string): Problem[] {
  return [{ path, message: `${path === "" ? "The body" : path} ${predicate}.` }];
}
