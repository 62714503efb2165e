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

const KNOWN_MAX = 1_000;
const known = new Map<string, readonly string[]>();

/** The segments of a written path: keys and indexes, all as text. The same few are asked for again and again. */
export function segmentsOf(path: string): readonly string[] {
  const earlier = known.get(path);
  if (earlier) return earlier;
  const segments = parseSegments(path);
  if (known.size < KNOWN_MAX) known.set(path, segments);
  return segments;
}

function parseSegments(path: string): string[] {
  const fromRoot = path.replace(/^\$(?=[.[]|$)/, "");
  return Array.from(fromRoot.matchAll(SEGMENT), ([, quoted, index, plain]) => {
    return quoted?.replaceAll(/\\(.)/g, "$1") ?? index ?? plain ?? "";
  });
}
