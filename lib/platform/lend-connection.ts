import type pg from "pg";

type Work<Result> = (client: pg.PoolClient, discard: (reason: Error) => void) => Promise<Result>;

/**
 * Lends a connection of a pool to some work. One that breaks meanwhile, or that the work discards, is not lent again. Unheard,
 * its breaking would end the process.
 */
export async function lendConnection<Result>(pool: pg.Pool, work: Work<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const discard = (reason: Error) => {
    broken ??= reason;
  };
  client.on("error", discard);
  try {
    return await work(client, discard);
  } finally {
    // A broken one may complain once more.
    if (!broken) client.off("error", discard);
    client.release(broken);
  }
}

/** Runs some statements over a lent connection as one: all of them happen, or none. */
export function lendTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  return lendConnection(pool, async (client, discard) => {
    try {
      await client.query("BEGIN");
      const result = await work(client);
      await client.query("COMMIT");
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch(discard);
      throw error;
    }
  });
}
