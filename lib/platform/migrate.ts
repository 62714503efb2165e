import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";

/** https://www.prisma.io/docs/orm/prisma-migrate: the lock that Prisma Migrate takes, so that neither runs beside the other. */
const PRISMA_LOCK = 72_707_369;

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const NO_SUCH_DATABASE = "3D000";

const BOOKKEEPING = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  varchar(36)  PRIMARY KEY NOT NULL,
    checksum            varchar(64)  NOT NULL,
    finished_at         timestamptz,
    migration_name      varchar(255) NOT NULL,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz  NOT NULL DEFAULT now(),
    applied_steps_count integer      NOT NULL DEFAULT 0
  )`;

const Applied = z.object({ migration_name: z.string(), checksum: z.string(), finished_at: z.date().nullable() });
type Applied = z.infer<typeof Applied>;

type Migration = { name: string; sql: string; checksum: string };

/** Creates the database that the URL names, unless it is there. Only then need its user be allowed to look elsewhere. */
export async function ensureDatabase(url: string): Promise<void> {
  if (await isThere(url)) return;
  const maintenance = new URL(url);
  const name = decodeURIComponent(maintenance.pathname.slice(1));
  maintenance.pathname = "/postgres";

  await withClient(maintenance.toString(), async (client) => {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`).catch(ignoreExisting);
  });
}

async function isThere(url: string): Promise<boolean> {
  try {
    return await withClient(url, async () => true);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === NO_SUCH_DATABASE) return false;
    throw error;
  }
}

/**
 * Applies every folder of migrations that the database has not seen, in the order of their names, and returns those names.
 * Keeps Prisma's own books, and may run in several processes at once. Throws when an applied migration was edited.
 */
export function applyMigrations(url: string, directory: string): Promise<string[]> {
  return withClient(url, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query(BOOKKEEPING);
    const { rows } = await client.query(
      "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
    );
    const applied = new Map(
      z
        .array(Applied)
        .parse(rows)
        .map((row) => [row.migration_name, row]),
    );
    const pending = readMigrations(directory).filter((migration) => isPending(migration, applied.get(migration.name)));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  });
}

function readMigrations(directory: string): Migration[] {
  const names = readdirSync(directory).filter((name) => existsSync(join(directory, name, "migration.sql")));
  return names.sort().map((name) => {
    const sql = readFileSync(join(directory, name, "migration.sql"), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

function isPending({ name, checksum }: Migration, applied: Applied | undefined): boolean {
  if (!applied) return true;
  if (!applied.finished_at)
    throw new Error(`The migration ${name} failed earlier. Resolve it with "npm run prisma -- migrate resolve".`);
  if (applied.checksum !== checksum)
    throw new Error(`The migration ${name} was edited after it was applied. Put it back, and write a new one.`);
  return false;
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    // Without parameters PostgreSQL takes many statements at once, function bodies included.
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (cause) {
    throw new Error(`The migration ${name} failed: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

/** Closing the connection also rolls back what is open, and gives the lock back. */
async function withClient<Result>(url: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Another process created it between our look and our attempt. */
function ignoreExisting(error: unknown): void {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code !== "42P04" && code !== "23505") throw error;
}
