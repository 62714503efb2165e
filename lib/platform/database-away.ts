import { z } from "zod";

/**
 * Codes of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html), of Prisma and its adapter
 * (https://www.prisma.io/docs/orm/reference/error-reference), and of sockets, that say: it is not the statement's fault.
 */
const AWAY_CODES = new Set([
  ...["57P01", "57P02", "57P03", "53300", "08000", "08001", "08003", "08004", "08006"],
  ...["P1001", "P1002", "P1008", "P1017", "P2024", "P2037"],
  ...["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"],
  ...["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EPIPE", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"],
]);

/** The complaints of `pg` that have no code. */
const AWAY_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error/;

const text = z.string().optional().catch(undefined);

/** Whatever an error of `pg` or Prisma, or a cause within it, may tell. */
const Failure = z.object({
  code: text,
  kind: text,
  message: text,
  syscall: text,
  cause: z.unknown().optional(),
  meta: z.object({ driverAdapterError: z.unknown().optional() }).optional().catch(undefined),
});

/** Whether an error of a store says that the database cannot be reached now: asking again may help. */
export function isDatabaseAway(error: unknown): boolean {
  const failure = Failure.safeParse(error).data;
  if (!failure) return false;
  const { code = "", kind = "", message = "", syscall, cause, meta } = failure;
  if (AWAY_CODES.has(code) || AWAY_CODES.has(kind) || AWAY_MESSAGES.test(message)) return true;
  // No file is missing but the database's socket.
  if (code === "ENOENT" && syscall === "connect") return true;
  return isDatabaseAway(cause) || isDatabaseAway(meta?.driverAdapterError);
}
