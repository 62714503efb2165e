type Refusal = { kind: "refused"; message: string; isWorthRetrying: boolean };

/** What PostgreSQL says that may be otherwise next time (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const PASSING_STATES = /^(08|40|53|55P03|57014|57P0[123])/;

/** The same by the numbers of MySQL and MariaDB: too many connections, a stop, a lock, a deadlock, a time limit. */
const PASSING_NUMBERS = new Set([1040, 1053, 1203, 1205, 1213, 1969, 3024]);

/** Who may come in: wrong passwords, unknown users, unknown databases. */
const AT_THE_DOOR = /^(28|3D)/;
const NUMBERS_AT_THE_DOOR = new Set([1044, 1045, 1049, 1698]);

/** A database's no, in its own words; undefined for an error that is none. */
export function databaseRefusal(error: unknown, host: string): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = "", errno, detail, sqlState } = error as DatabaseError;
  if (code === "HANDSHAKE_NO_SSL_SUPPORT" || /does not support SSL/.test(error.message)) {
    return refused(`${host} does not offer TLS.`, false);
  }
  if (/^SASL/.test(error.message)) return refused(`${host} did not accept the user and the password.`, false);
  const words = oneLine(detail ? `${error.message}. ${detail}` : error.message);
  if (sqlState !== undefined && errno !== undefined) {
    return refused(`${host} ${occasion(NUMBERS_AT_THE_DOOR.has(errno))}: ${words}`, PASSING_NUMBERS.has(errno));
  }
  if (!/^[0-9A-Z]{5}$/.test(code) || !("severity" in error)) return undefined;
  return refused(`${host} ${occasion(AT_THE_DOOR.test(code))}: ${words}`, PASSING_STATES.test(code));
}

type DatabaseError = Error & { code?: string; errno?: number; detail?: string; sqlState?: string };

function occasion(isAtTheDoor: boolean): string {
  return isAtTheDoor ? "did not accept the user and the password" : "did not accept the statement";
}

function refused(message: string, isWorthRetrying: boolean): Refusal {
  return { kind: "refused", message, isWorthRetrying };
}

const WORDS_LENGTH_MAX = 500;

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim().slice(0, WORDS_LENGTH_MAX);
}
