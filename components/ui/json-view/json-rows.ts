import { isLosslessNumber } from "lossless-json";

/** How many members of one object or list are shown before “more”. */
const MEMBERS_SHOWN = 200;

/** A line of the tree. `path` is unique, and starts with its parent's. */
export type JsonRow = {
  path: string;
  parent: string | null;
  depth: number;
  /** The property's name or the place in a list; null for the whole value. */
  name: string | null;
  isInList: boolean;
  position: number;
  siblings: number;
} & (
  | { kind: "branch"; isOpen: boolean; brackets: "{}" | "[]"; size: number }
  | { kind: "leaf"; type: "string" | "number" | "boolean" | "null"; text: string }
  | { kind: "more"; hidden: number }
);

type Place = Pick<JsonRow, "path" | "parent" | "depth" | "name" | "isInList" | "position" | "siblings">;

/** The lines to draw for a value, given what its reader opened and closed. Branches above `openDepth` start open. */
export function jsonRows(value: unknown, toggled: ReadonlySet<string>, openDepth: number): JsonRow[] {
  const rows: JsonRow[] = [];
  const root: Place = { path: "$", parent: null, depth: 0, name: null, isInList: false, position: 1, siblings: 1 };
  addRows({ rows, toggled, openDepth }, root, value);
  return rows;
}

type Drawing = { rows: JsonRow[]; toggled: ReadonlySet<string>; openDepth: number };

function addRows(drawing: Drawing, place: Place, value: unknown): void {
  if (typeof value !== "object" || value === null || isLosslessNumber(value)) {
    drawing.rows.push({ ...place, kind: "leaf", ...leafOf(value) });
    return;
  }
  const isList = Array.isArray(value);
  const members = Object.entries(value);
  const isOpen = members.length > 0 && place.depth < drawing.openDepth !== drawing.toggled.has(place.path);
  drawing.rows.push({ ...place, kind: "branch", isOpen, brackets: isList ? "[]" : "{}", size: members.length });
  if (!isOpen) return;

  const morePath = `${place.path}/…`;
  const shown = drawing.toggled.has(morePath) ? members.length : MEMBERS_SHOWN;
  const child = { parent: place.path, depth: place.depth + 1, isInList: isList, siblings: members.length };
  for (const [index, [name, member]] of members.slice(0, shown).entries()) {
    addRows(drawing, { ...child, path: `${place.path}/${name}`, name, position: index + 1 }, member);
  }
  const hidden = members.length - shown;
  if (hidden > 0)
    drawing.rows.push({ ...child, path: morePath, name: null, position: members.length, kind: "more", hidden });
}

function leafOf(value: unknown): { type: "string" | "number" | "boolean" | "null"; text: string } {
  if (typeof value === "string") return { type: "string", text: JSON.stringify(value) };
  if (typeof value === "boolean") return { type: "boolean", text: String(value) };
  if (value === null || value === undefined) return { type: "null", text: "null" };
  return { type: "number", text: String(value) };
}
