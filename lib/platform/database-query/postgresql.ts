import type { Socket } from "node:net";
import pg from "pg";
import type { PlannedQuery } from "@/lib/domain/runs/effect";
import { ROWS_MAX } from "@/lib/platform/database-query/gather-rows";
import { typeParser } from "@/lib/platform/database-query/postgresql-types";
import type { DatabaseAnswer, Session } from "@/lib/platform/database-query/session";

/** Runs one statement at a PostgreSQL, over an open socket, and commits it. */
export async function queryPostgresql(
  { server, statement, values }: PlannedQuery,
  { socket, timeoutMs, progress }: Session,
): Promise<DatabaseAnswer> {
  const { host, port, database, user, password, isEncrypted, authorities } = server;
  const client = new pg.Client({
    stream: () => connected(socket),
    host,
    port,
    database,
    user,
    // A function, since an empty password would let the one in this process's environment take its place.
    password: () => password,
    ssl: isEncrypted && { rejectUnauthorized: true, ...(authorities !== "" && { ca: authorities }) },
    application_name: "Doorbell",
    client_encoding: "UTF8",
    types: { getTypeParser: typeParser },
  });
  client.on("error", () => {});
  await client.connect();
  await client.query(`BEGIN; SET LOCAL statement_timeout = ${timeoutMs}`);
  const answer = await firstRows(client, statement, values);
  progress.isCommitting = true;
  await client.query("COMMIT");
  client.end().catch(() => {});
  return answer;
}

/** The client dials by itself; this socket has been dialled, and checked. */
function connected(socket: Socket): Socket {
  return Object.assign(socket, {
    connect: () => {
      setImmediate(() => socket.emit("connect"));
      return socket;
    },
  });
}

/** One more than is kept tells whether there are more. */
const ASKED_ROWS = { queryMode: "extended", rowMode: "array", rows: ROWS_MAX + 1 };

/** Asks for no more rows than that; the client would go on to the last. A statement that changes something is done first. */
class FirstRows extends pg.Query {
  handlePortalSuspended(connection: pg.Connection): void {
    connection.sync();
  }
}

function firstRows(client: pg.Client, text: string, values: PlannedQuery["values"]): Promise<DatabaseAnswer> {
  return new Promise((resolve, reject) => {
    const query = new FirstRows({ text, values, ...ASKED_ROWS }, undefined, (error, result) => {
      if (error) reject(error);
      else resolve({ names: result.fields.map(({ name }) => name), rows: result.rows, affected: result.rowCount ?? 0 });
    });
    client.query(query);
  });
}
