import { writeJson } from "@/lib/domain/json/write-json";

/** What a statement gave: its first rows, how many there are or were changed, and whether more rows followed. */
export type Gathered = { rows: Record<string, unknown>[]; count: number; isCut: boolean };

/** The most rows of an answer that are kept. */
export const ROWS_MAX = 1_000;
const BYTES_MAX = 262_144;

/** Keeps the first rows of an answer, up to 1,000 and 256 KB of JSON. `affected` counts where there are no rows. */
export function gatherRows(
  { names, rows: found }: { names: readonly string[]; rows: readonly unknown[][] },
  affected: number,
): Gathered {
  const rows: Record<string, unknown>[] = [];
  let bytes = 0;
  for (const values of found.slice(0, ROWS_MAX)) {
    const row = Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]));
    bytes += Buffer.byteLength(writeJson(row));
    if (bytes > BYTES_MAX) break;
    rows.push(row);
  }
  const isCut = rows.length < found.length;
  return { rows, count: found.length > 0 ? rows.length : affected, isCut };
}
