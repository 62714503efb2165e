import { stringify } from "lossless-json";

/**
 * Writes a value as JSON, numbers with the text they came with. What JSON cannot say (undefined, a function) is left out
 * of objects and is `null` anywhere else. `indent` is the number of spaces per level.
 */
export function writeJson(value: unknown, indent?: number): string {
  return stringify(value, null, indent) ?? "null";
}
