import { isLosslessNumber } from "lossless-json";
import { type DataPath, writePath } from "@/components/fields/picker/placeholder";

/** A value to pick from, and where templates find it. */
export type DataGroup = {
  title: string;
  path: DataPath;
  value: unknown;
  isOpen: boolean;
  /** What people call a value of it, by its path as templates write it, where its last key does not say. */
  names?: Readonly<Record<string, string>>;
};

/** One line of the picker. A branch can be opened, and picked as a whole. */
export type DataRow = {
  /** Its path as templates write it. */
  id: string;
  path: DataPath;
  name: string;
  depth: number;
  /** Null for what has nothing inside. */
  isOpen: boolean | null;
  preview: string;
};

const ROWS_MAX = 400;
const PREVIEW_LENGTH = 80;

/** The lines of a group, given what its reader opened or closed. With a query: every value whose path or text has it. */
export function dataRows(group: DataGroup, toggled: ReadonlySet<string>, query: string): DataRow[] {
  const { names = {} } = group;
  const rows: DataRow[] = [];
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length > 0) search(rows, words, { path: group.path, value: group.value, names });
  else if (isBranch(group.value)) addMembers(rows, toggled, { path: group.path, value: group.value, depth: 0 });
  else if (group.value !== undefined && group.value !== null)
    rows.push(rowOf({ path: group.path, value: group.value, depth: 0 }));
  return rows.slice(0, ROWS_MAX).map((row) => ({ ...row, name: names[row.id] ?? row.name }));
}

type Place = { path: DataPath; value: unknown; depth: number };

function addMembers(rows: DataRow[], toggled: ReadonlySet<string>, { path, value, depth }: Place): void {
  for (const [key, child] of membersOf(value)) {
    if (rows.length >= ROWS_MAX) return;
    const place = { path: [...path, key], value: child, depth };
    const row = rowOf(place);
    // Objects near the root start open; lists and what lies deeper start closed.
    const startsOpen = depth < 1 && !Array.isArray(child);
    const isOpen = row.isOpen === null ? null : startsOpen !== toggled.has(row.id);
    rows.push({ ...row, isOpen });
    if (isOpen) addMembers(rows, toggled, { ...place, depth: depth + 1 });
  }
}

type Searched = Omit<Place, "depth"> & { names: Readonly<Record<string, string>> };

function search(rows: DataRow[], words: string[], { path, value, names }: Searched): void {
  if (rows.length >= ROWS_MAX) return;
  if (isBranch(value)) {
    for (const [key, child] of membersOf(value)) search(rows, words, { path: [...path, key], value: child, names });
    return;
  }
  const row = rowOf({ path, value, depth: 0 });
  const text = `${row.id} ${names[row.id] ?? ""} ${row.preview}`.toLowerCase();
  if (words.every((word) => text.includes(word))) rows.push({ ...row, name: writePath(path.slice(1)) });
}

function rowOf({ path, value, depth }: Place): DataRow {
  const last = path.at(-1) ?? "";
  return {
    id: writePath(path),
    path,
    name: typeof last === "number" ? `Item ${last + 1}` : last,
    depth,
    isOpen: isBranch(value) && membersOf(value).length > 0 ? false : null,
    preview: previewOf(value),
  };
}

function membersOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return value.map((child, index) => [index, child]);
  return isBranch(value) ? Object.entries(value) : [];
}

function isBranch(value: unknown): value is object {
  return typeof value === "object" && value !== null && !isLosslessNumber(value);
}

function previewOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 1 ? "1 item" : `${value.length} items`;
  if (isBranch(value)) return Object.keys(value).length === 0 ? "nothing inside" : "";
  if (value === "") return "empty text";
  const text = String(value);
  return text.length > PREVIEW_LENGTH ? `${text.slice(0, PREVIEW_LENGTH)}…` : text;
}
