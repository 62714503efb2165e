import pg from "pg";
import { asJson } from "@/lib/platform/database-query/as-json";

type Read = (text: string) => unknown;

const asText: Read = (text) => text;

/**
 * Whole and broken numbers, and JSON, by the numbers that PostgreSQL gives its types:
 * https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat
 */
const EXACT = new Set([20, 21, 23, 26, 700, 701, 1700, 114, 3802]);
const BOOLEAN = 16;
/** Lists of truth values, whole numbers, texts and ids. */
const LISTS = new Set([1000, 1005, 1007, 1009, 1014, 1015, 2951]);

/** How the text of a column is read. Dates and all that is not known here stay as PostgreSQL writes them. */
export function typeParser(type: number): Read {
  if (type === BOOLEAN || LISTS.has(type)) return pg.types.getTypeParser(type, "text");
  return EXACT.has(type) ? asJson : asText;
}
