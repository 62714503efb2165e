import { isLosslessNumber } from "lossless-json";

const SEGMENT = /\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g;

/**
 * The value at a path such as `a.b[0]["first name"]`, or at ready segments; undefined when there is none. A leading `$`,
 * as JSONPath names the root, is fine. Only what the data itself holds is found, never what JavaScript adds to it.
 */
export function readPath(value: unknown, path: string | readonly (string | number)[]): unknown {
  let found = value;
  for (const segment of typeof path === "string" ? segmentsOf(path) : path) {
    if (typeof found !== "object" || found === null || isLosslessNumber(found)) return undefined;
    if (Array.isArray(found) && !/^\d+$/.test(String(segment))) return undefined;
    found = Object.getOwnPropertyDescriptor(found, segment)?.value;
  }
  return found;
}

/** The segments of a written path: keys and indexes, all as text. */
export function segmentsOf(path: string): string[] {
  const fromRoot = path.replace(/^\$(?=[.[]|$)/, "");
  return Array.from(fromRoot.matchAll(SEGMENT), ([, quoted, index, plain]) => {
    return quoted?.replaceAll(/\\(.)/g, "$1") ?? index ?? plain ?? "";
  });
}
