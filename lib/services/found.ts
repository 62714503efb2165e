import { DoorbellError } from "@/lib/domain/errors";

/** The value, or `not_found` when there is none: also for what belongs to another workspace. */
export function found<Value>(value: Value | undefined, noun: string): Value {
  if (value === undefined) throw new DoorbellError("not_found", `There is no such ${noun}.`);
  return value;
}
