export type Line = { name: string; ours: string; bare?: string; ratio?: string; aim?: string };

/** The lines as a table for a terminal. */
export function drawTable(lines: Line[]): string {
  const heading: Line = { name: "", ours: "Doorbell", bare: "bare", ratio: "ratio", aim: "aim" };
  const rows = [heading, ...lines].map(({ name, ours, bare = "", ratio = "", aim = "" }) => {
    return `${name.padEnd(34)} ${ours.padStart(9)} ${bare.padStart(9)} ${ratio.padStart(6)}   ${aim}`.trimEnd();
  });
  return rows.join("\n");
}
