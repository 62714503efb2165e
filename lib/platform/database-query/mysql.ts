import type { FieldPacket, QueryResult } from "mysql2";
import type { PlannedQuery } from "@/lib/domain/runs/effect";
import { ROWS_MAX } from "@/lib/platform/database-query/gather-rows";
import { mysqlValue } from "@/lib/platform/database-query/mysql-value";
import type { DatabaseAnswer, Session } from "@/lib/platform/database-query/session";

/** Runs one statement at a MySQL or MariaDB, over an open socket, and commits it. */
export async function queryMysql(
  { server, statement, values }: PlannedQuery,
  { socket, timeoutMs, progress }: Session,
): Promise<DatabaseAnswer> {
  const { host, port, database, user, password, isEncrypted, authorities } = server;
  // Only when there is one to ask: it takes much memory, and few have a MySQL.
  const { createConnection } = await import("mysql2");
  const connection = createConnection({
    stream: socket,
    host,
    port,
    user,
    password,
    ...(database !== "" && { database }),
    ...(isEncrypted && {
      ssl: { rejectUnauthorized: true, verifyIdentity: true, ...(authorities !== "" && { ca: authorities }) },
    }),
    ...SAFE_OPTIONS,
    connectTimeout: timeoutMs + 10_000,
  });
  connection.on("error", () => {});
  const session = connection.promise();
  await session.connect();
  await session.query(limits(timeoutMs));
  await session.query("START TRANSACTION");
  const [result, fields] = await session.execute({ sql: statement, values, rowsAsArray: true });
  progress.isCommitting = true;
  await session.query("COMMIT");
  session.end().catch(() => {});
  return answerOf(result, fields);
}

/** One statement at a time, no files of this machine, no code that is made up from what the server says, and text as it is. */
const SAFE_OPTIONS = {
  multipleStatements: false,
  flags: ["-LOCAL_FILES"],
  disableEval: true,
  supportBigNumbers: true,
  bigNumberStrings: true,
  dateStrings: true,
  jsonStrings: true,
};

/** MySQL and MariaDB call the time limit by names of their own, and each takes the other's for a comment. */
function limits(timeoutMs: number): string {
  return `SET SESSION sql_select_limit = ${ROWS_MAX + 1} /*!50708 , SESSION max_execution_time = ${timeoutMs} */ /*M!100101 , SESSION max_statement_time = ${timeoutMs / 1_000} */`;
}

/** A procedure may give several lists of rows: the first is taken. */
function answerOf(result: QueryResult, fields: FieldPacket[] | FieldPacket[][] | undefined): DatabaseAnswer {
  if (!Array.isArray(result)) return changes(result);
  const [rows, columns] = Array.isArray(fields?.[0]) ? [result[0], fields[0]] : [result, fields];
  if (!isTable(rows) || !columns) return { names: [], rows: [], affected: 0 };
  const typed = columns.flat();
  return {
    names: typed.map(({ name }) => name),
    rows: rows.map((row) => row.map((value, index) => mysqlValue(value, typed[index]))),
    affected: 0,
  };
}

function isTable(rows: unknown): rows is unknown[][] {
  return Array.isArray(rows) && rows.every(Array.isArray);
}

function changes({ affectedRows, insertId }: { affectedRows: number; insertId: number }): DatabaseAnswer {
  return { names: [], rows: [], affected: affectedRows, ...(insertId !== 0 && { insertId: String(insertId) }) };
}
