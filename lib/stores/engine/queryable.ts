import type pg from "pg";

/** A pool, or one connection inside a transaction. */
export type Queryable = pg.Pool | pg.PoolClient;
