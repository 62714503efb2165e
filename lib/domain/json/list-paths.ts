import { isLosslessNumber } from "lossless-json";

export type Leaf = {
  /** As readPath and a placeholder take it: `items[0]["first name"]`. Empty when the value itself is the leaf. */
  path: string;
  value: unknown;
  type: "string" | "number" | "boolean" | "null" | "array" | "object";
};

const PLAIN_KEY = /^[A-Za-z_][\w-]*$/;

/** The leaves of a value in the order written, at most `max`. An empty list or object is a leaf. */
export function listPaths(value: unknown, max: number): Leaf[] {
  const leaves: Leaf[] = [];
  collect(value, "", (leaf) => {
    leaves.push(leaf);
    return leaves.length < max;
  });
  return leaves.slice(0, max);
}

/** Calls `take` with each leaf, until it says false. */
function collect(value: unknown, path: string, take: (leaf: Leaf) => boolean): boolean {
  const type = typeOf(value);
  if (type === undefined) return true;
  const children = childrenOf(value);
  if (children.length === 0) return take({ path, value, type });
  return children.every(([segment, child]) =>
    collect(child, path === "" ? segment.replace(/^\./, "") : path + segment, take),
  );
}

function childrenOf(value: unknown): [segment: string, child: unknown][] {
  if (Array.isArray(value)) return value.map((child, index) => [`[${index}]`, child]);
  if (typeof value !== "object" || value === null || isLosslessNumber(value)) return [];
  return Object.entries(value).map(([key, child]) => [PLAIN_KEY.test(key) ? `.${key}` : `["${quote(key)}"]`, child]);
}

function quote(key: string): string {
  return key.replaceAll(/["\\]/g, "\\$&");
}

function typeOf(value: unknown): Leaf["type"] | undefined {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (isLosslessNumber(value)) return "number";
  const type = typeof value;
  return type === "string" || type === "number" || type === "boolean" || type === "object" ? type : undefined;
}
