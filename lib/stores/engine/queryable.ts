import type pg from "pg";

/** A pool, or one connection inside a transaction. */
export type Queryable = pg.Pool | pg.PoolClient;

/** Runs some statements as one: all of them happen, or none. */
export async function inEngineTransaction<Value>(
  pool: pg.Pool,
  work: (connection: pg.PoolClient) => Promise<Value>,
): Promise<Value> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  try {
    await connection.query("BEGIN");
    const value = await work(connection);
    await connection.query("COMMIT");
    return value;
  } catch (error) {
    await connection.query("ROLLBACK").catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}
