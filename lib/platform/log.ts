/** Facts beside a log line. Never put a secret, a body or a header in here. */
export type LogFacts = Record<string, string | number | boolean | null | undefined>;

/** Writes one JSON line per happening to standard error, for a person or a log collector. */
export const log = {
  info: (message: string, facts: LogFacts = {}): void => write("info", message, facts),
  warn: (message: string, facts: LogFacts = {}): void => write("warn", message, facts),
  /** A bug or a fault of the surroundings: the error's stack and causes go along. */
  error: (message: string, error: unknown, facts: LogFacts = {}): void =>
    write("error", message, { ...facts, error: describe(error) }),
};

function write(level: "info" | "warn" | "error", message: string, facts: LogFacts): void {
  console.error(JSON.stringify({ time: new Date().toISOString(), level, message, ...facts }));
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\n  caused by: ${describe(error.cause)}`;
}
