/** So many open approvals are read to be counted. */
export const COUNTED_MAX = 10;

/** The number as the navigation shows it: “9+” from ten on. */
export function countText(count: number): string {
  return count < COUNTED_MAX ? String(count) : `${COUNTED_MAX - 1}+`;
}
