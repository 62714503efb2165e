import { z } from "zod";

const Thrown = z.object({ name: z.string(), message: z.string(), stack: z.string().catch("") }).partial();

export const TOO_LONG = "The code ran longer than 250 ms.";
export const TOO_DEEP = "The code calls itself too often, or is nested too deep.";

const MESSAGE_LENGTH_MAX = 500;
/** What QuickJS puts before the first line of a function's body. */
const LINES_BEFORE = 2;

/** What went wrong in code of the sandbox, in a sentence that names the line. */
export function explainError(thrown: unknown, source: string): string {
  const { name = "", message = "", stack = "" } = Thrown.safeParse(thrown).data ?? {};
  if (message === "stack overflow") return TOO_DEEP;
  if (name === "InternalError" && /out of memory|too long/.test(message)) {
    return "The code needed more than 32 MB of memory.";
  }
  const what = (message || name || "it threw something that is no error").slice(0, MESSAGE_LENGTH_MAX).trim();
  const line = lineOf(stack, source);
  const where = line === undefined ? "The code failed" : `The code failed in line ${line}`;
  return `${where}: ${what}${/[.!?]$/.test(what) ? "" : "."}`;
}

function lineOf(stack: string, source: string): number | undefined {
  const found = /<input>:(\d+)/.exec(stack)?.[1];
  if (found === undefined) return undefined;
  return Math.min(Math.max(Number(found) - LINES_BEFORE, 1), source.split("\n").length);
}
