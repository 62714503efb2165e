/**
 * Codes of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html), of Prisma
 * (https://www.prisma.io/docs/orm/reference/error-reference) and of sockets that say: it is not the statement's fault.
 */
const AWAY_CODES = new Set([
  ...["57P01", "57P02", "57P03", "53300", "08000", "08001", "08003", "08004", "08006"],
  ...["P1001", "P1002", "P1008", "P1017", "P2024", "P2037"],
  ...["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EPIPE", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENOENT"],
]);

/** The complaints of `pg` that have no code. */
const AWAY_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error/;

/** Whether an error of a store says that the database cannot be reached now: asking again may help. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string") {
    // A file that is missing is no database that is missing, unless it was a socket.
    if (error.code === "ENOENT") return "syscall" in error && error.syscall === "connect";
    if (AWAY_CODES.has(error.code)) return true;
  }
  return AWAY_MESSAGES.test(error.message) || isDatabaseAway(error.cause);
}
