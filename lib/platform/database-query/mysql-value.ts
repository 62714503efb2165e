import { asJson } from "@/lib/platform/database-query/as-json";

/** By the numbers that the protocol gives types: DECIMAL, BIGINT, JSON, NEWDECIMAL. */
const EXACT = new Set([0, 8, 245, 246]);

/** A value as later steps see it: numbers to the last digit, JSON read, bytes in hexadecimal. */
export function mysqlValue(value: unknown, column: { columnType?: number | undefined } | undefined): unknown {
  if (Buffer.isBuffer(value)) return `0x${value.toString("hex")}`;
  return typeof value === "string" && EXACT.has(column?.columnType ?? -1) ? asJson(value) : value;
}
