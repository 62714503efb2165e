/** The rows with another in the place of one. */
export function replaced<Row>(rows: readonly Row[], index: number, row: Row): Row[] {
  return rows.map((other, at) => (at === index ? row : other));
}

/** The rows but one. */
export function without<Row>(rows: readonly Row[], index: number): Row[] {
  return rows.filter((_, at) => at !== index);
}

/** The rows with one moved by a place; the same order where there is none. */
export function moved<Row>(rows: readonly Row[], index: number, by: -1 | 1): Row[] {
  const next = [...rows];
  const target = index + by;
  const [row] = target < 0 || target >= rows.length ? [] : next.splice(index, 1);
  if (row !== undefined) next.splice(target, 0, row);
  return next;
}
