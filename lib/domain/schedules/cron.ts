/** A cron text as it was read: the values that each part allows, in order, and whether a part allows every one. */
export type Cron = Record<CronPart, readonly number[]> & { isAny: Record<CronPart, boolean> };

export type CronPart = "minutes" | "hours" | "days" | "months" | "weekdays";

export type ParsedCron = { ok: true; cron: Cron } | { ok: false; message: string };

type Range = { part: CronPart; name: string; min: number; max: number; words?: readonly string[] };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const RANGES: readonly Range[] = [
  { part: "minutes", name: "minute", min: 0, max: 59 },
  { part: "hours", name: "hour", min: 0, max: 23 },
  { part: "days", name: "day of the month", min: 1, max: 31 },
  { part: "months", name: "month", min: 1, max: 12, words: MONTHS },
  // 7 is Sunday, too.
  { part: "weekdays", name: "day of the week", min: 0, max: 7, words: WEEKDAYS },
];

/** Reads the five parts of a cron text: minute, hour, day, month, weekday; with `*`, lists, ranges, steps and names. */
export function parseCron(text: string): ParsedCron {
  const written = text.trim().toLowerCase().split(/\s+/);
  if (written.length !== RANGES.length || text.trim() === "") {
    return { ok: false, message: "It needs five parts: minute, hour, day of the month, month and day of the week." };
  }
  const cron: Cron = { ...EMPTY, isAny: { ...EMPTY.isAny } };
  for (const [index, range] of RANGES.entries()) {
    const part = written[index] ?? "";
    const values = valuesIn(part, range);
    if (!values) return { ok: false, message: `“${part}” is no ${range.name}.` };
    cron[range.part] = values;
    cron.isAny[range.part] = values.length === sizeOf(range);
  }
  return { ok: true, cron };
}

const EMPTY: Cron = {
  minutes: [],
  hours: [],
  days: [],
  months: [],
  weekdays: [],
  isAny: { minutes: false, hours: false, days: false, months: false, weekdays: false },
};

function sizeOf({ part, min, max }: Range): number {
  return part === "weekdays" ? 7 : max - min + 1;
}

/** Each value once, in order; undefined when a piece cannot be read. */
function valuesIn(text: string, range: Range): number[] | undefined {
  const values = new Set<number>();
  for (const piece of text.split(",")) {
    const found = valuesOfPiece(piece, range);
    if (!found) return undefined;
    for (const value of found) values.add(range.part === "weekdays" ? value % 7 : value);
  }
  return [...values].sort((one, other) => one - other);
}

const PIECE = /^(?:(\*)|([a-z]{3}|\d{1,2})(?:-([a-z]{3}|\d{1,2}))?)(?:\/(\d{1,2}))?$/;

function valuesOfPiece(piece: string, range: Range): number[] | undefined {
  const match = PIECE.exec(piece);
  if (!match) return undefined;
  const [, star, from = "", to, every] = match;
  const step = every === undefined ? 1 : Number(every);
  const first = star ? range.min : numberIn(from, range);
  const last = star || (every && to === undefined) ? range.max : numberIn(to ?? from, range);
  if (first === undefined || last === undefined || first > last || step < 1) return undefined;
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
}

function numberIn(text: string, { min, max, words }: Range): number | undefined {
  const at = words?.indexOf(text) ?? -1;
  const value = at >= 0 ? at + min : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}
