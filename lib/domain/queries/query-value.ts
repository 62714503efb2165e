import { isLosslessNumber } from "lossless-json";
import { writeJson } from "@/lib/domain/json/write-json";
import type { Dialect } from "@/lib/domain/queries/count-places";
import type { QueryValue } from "@/lib/domain/runs/effect";

/** A value as a database takes it for any type of column: its text, numbers to the last digit, lists and objects as JSON. */
export function queryValue(value: unknown, dialect: Dialect): QueryValue {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean" && dialect === "mysql") return value ? "1" : "0";
  return typeof value === "object" && !isLosslessNumber(value) ? writeJson(value) : String(value);
}
