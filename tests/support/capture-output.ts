import { vi } from "vitest";

/** Everything that this process prints from now on, until the mocks are restored. */
export function captureOutput(): () => string {
  const lines: string[] = [];
  for (const method of ["debug", "error", "info", "log", "trace", "warn"] as const)
    vi.spyOn(console, method).mockImplementation((...args: unknown[]) => {
      lines.push(args.map(String).join(" "));
    });
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((chunk) => {
      lines.push(String(chunk));
      return true;
    });
  return () => lines.join("\n");
}
