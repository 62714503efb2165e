import pg from "pg";
import { pool } from "@/lib/platform/db";

export type DumpedTable = { table: string; text: string };

/** Every row of every table as text, and the bytes in them once more as they are. */
export async function dumpDatabase(): Promise<DumpedTable[]> {
  const { rows: tables } = await pool().query<{ schema: string; name: string }>(
    `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  return Promise.all(tables.map(({ schema, name }) => dumpTable(schema, name)));
}

async function dumpTable(schema: string, name: string): Promise<DumpedTable> {
  const from = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
  const { rows } = await pool().query<{ row: string }>(`SELECT dumped::text AS row FROM ${from} AS dumped`);
  const { rows: values } = await pool().query(`SELECT * FROM ${from}`);
  const bytes = values.flatMap((value) =>
    Object.values<unknown>(value).filter((field): field is Buffer => field instanceof Buffer),
  );
  const text = [
    ...rows.map(({ row }) => row),
    ...bytes.flatMap((field) => [field.toString("latin1"), field.toString("base64")]),
    ...values.map((value) => JSON.stringify(value)),
  ].join("\n");
  return { table: `${schema}.${name}`, text };
}
