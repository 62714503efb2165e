import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { PrismaClient } from "@/lib/platform/prisma/generated/client";

/** Connections of this module's instance. The server and Next's bundle hold one each; the database allows 100. */
const CONNECTIONS_MAX = 12;
/** How long a caller waits for a free connection before it is told that the database is away. */
const CONNECT_TIMEOUT_MS = 2_000;
/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const ADMIN_SHUTDOWN = "57P01";

let connections: pg.Pool | undefined;
let client: PrismaClient | undefined;

/** The pool for statements on hot paths: the door, the job queue, the claims. */
export function pool(): pg.Pool {
  connections ??= openPool(databaseUrl());
  return connections;
}

/**
 * Asks the pool on behalf of somebody who cannot wait: fails after `timeoutMs` without an answer. The statement may
 * still be carried out after that.
 */
export function queryWithin<Row extends pg.QueryResultRow>(
  timeoutMs: number,
  statement: pg.QueryConfig,
): Promise<pg.QueryResult<Row>> {
  const impatient: pg.QueryConfig & { query_timeout: number } = { ...statement, query_timeout: timeoutMs };
  return pool().query<Row>(impatient);
}

/** Prisma, for records and screens. It shares the pool. */
export function db(): PrismaClient {
  client ??= new PrismaClient({ adapter: new PrismaPg(pool()) });
  return client;
}

/** The address of the database. Throws when none is known: `server.ts` starts the embedded one and tells. */
export function databaseUrl(): string {
  const url = env().DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set. `npm start` sets it to the embedded database.");
  return url;
}

/** Closes every connection, once nothing uses them any more. */
export async function closeDatabase(): Promise<void> {
  await client?.$disconnect();
  await connections?.end();
  client = undefined;
  connections = undefined;
}

function openPool(connectionString: string): pg.Pool {
  const opened = new pg.Pool({
    connectionString,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // A statement that hangs, as over a half-open connection, must not hold its caller.
    query_timeout: 30_000,
    application_name: "doorbell",
  });
  // An idle connection that breaks is replaced at the next query; unheard, the event would end the process.
  opened.on("error", (error) => {
    // A server that stops in order says so. Often it is our own, which we have just told to.
    const isInOrder = "code" in error && error.code === ADMIN_SHUTDOWN;
    if (!isInOrder) log.warn("A database connection broke.", { reason: error.message });
  });
  return opened;
}
