import type pg from "pg";
import { pool } from "@/lib/platform/db";
import { lendTransaction } from "@/lib/platform/lend-connection";

/** Does several things in one commit, or none of them. */
export function inTransaction<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  return lendTransaction(pool(), work);
}
