const STATUS = { min: 300, max: 599, countMax: 50 };

export type ParsedStatuses = { ok: true; statuses: number[] } | { ok: false; message: string };

/** Reads statuses as people write them: `429, 500-503`. */
export function parseStatuses(text: string): ParsedStatuses {
  const statuses = new Set<number>();
  const pieces = text.replaceAll(/\s*[–-]\s*/g, "-").split(/[\s,;]+/);
  for (const piece of pieces.filter(Boolean)) {
    const range = /^(\d{3})(?:-(\d{3}))?$/.exec(piece);
    const first = Number(range?.[1]);
    const last = Number(range?.[2] ?? first);
    if (!range || first < STATUS.min || last > STATUS.max || first > last) {
      return { ok: false, message: `“${piece}” is no status from ${STATUS.min} to ${STATUS.max}.` };
    }
    for (let status = first; status <= last; status++) statuses.add(status);
  }
  if (statuses.size > STATUS.countMax) return { ok: false, message: `At most ${STATUS.countMax} statuses.` };
  return { ok: true, statuses: [...statuses].sort((one, other) => one - other) };
}

/** The same in as few words as there are: `429, 500-503`; with a word before the last where it stands in a sentence. */
export function writeStatuses(statuses: readonly number[], lastWord?: "or"): string {
  const ranges = rangesOf([...statuses].sort((one, other) => one - other));
  const written = ranges.map(([first, last]) => rangeText(first, last, lastWord ? " to " : "-"));
  if (!lastWord || written.length < 2) return written.join(", ");
  return `${written.slice(0, -1).join(", ")} ${lastWord} ${written.at(-1)}`;
}

function rangeText(first: number, last: number, dash: string): string {
  return first === last ? String(first) : `${first}${dash}${last}`;
}

function rangesOf(sorted: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const status of sorted) {
    const open = ranges.at(-1);
    if (open && open[1] === status - 1) open[1] = status;
    else ranges.push([status, status]);
  }
  return ranges;
}
