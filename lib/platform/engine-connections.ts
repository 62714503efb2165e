import pg from "pg";
import { log } from "@/lib/platform/log";

const CONNECT_TIMEOUT_MS = 5_000;
const QUERY_TIMEOUT_MS = 30_000;

/**
 * A queue is empty at one moment and full at the next, and a statement planned for an empty table reads a full one from end
 * to end. The engine's statements all have an index to go by.
 */
const SETTINGS = "SET enable_seqscan = off; SET jit = off";

/** Connections for the embedded engine alone, so that a busy app cannot keep it from renewing its leases. */
export function openEnginePool(url: string, connectionsMax: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    application_name: "doorbell-engine",
    // The pool waits for what this gives before it lends the connection.
    onConnect: (client) => client.query(SETTINGS),
  });
  // An idle connection that breaks is replaced at the next query; unheard, the event would end the process.
  pool.on("error", (error) => log.warn("A connection of the engine broke.", { reason: error.message }));
  return pool;
}

/** A connection to hear notices on. It does not reconnect by itself. */
export function createListener(url: string): pg.Client {
  return new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: "doorbell-engine-listener",
  });
}
