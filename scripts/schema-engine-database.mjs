// The database as Prisma's schema engine wants it: the `pg` adapter, with what migrations need and it lacks.
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

/** PostgreSQL's one-byte "char", which its catalogs use and the adapter refuses. */
const CHAR = 18;
const TEXT = 25;

export function adapterFor({ url, shadowDatabaseUrl }) {
  return bindMigrationAwareSqlAdapterFactory({
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connect(url ?? "postgresql://localhost/none"),
    connectToShadowDb: () => (shadowDatabaseUrl ? connect(shadowDatabaseUrl) : connectToNewShadow(url)),
  });
}

export function databaseName(url) {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || "postgres";
}

/** Runs one statement, by default outside the database that the URL names. */
export async function administer(url, statement, database = "postgres") {
  const client = new pg.Client({ connectionString: withDatabase(url, database) });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function connectToNewShadow(url) {
  const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
  await administer(url, `CREATE DATABASE "${name}"`);
  const adapter = await connect(withDatabase(url, name));
  const dispose = adapter.dispose;
  adapter.dispose = () => dispose().then(() => administer(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
  return adapter;
}

async function connect(connectionString) {
  const pool = new pg.Pool({ connectionString, max: 1 });
  const query = pool.query.bind(pool);
  const schema = new URL(connectionString).searchParams.get("schema") ?? undefined;
  const adapter = await new PrismaPg(pool, { schema }).connect();
  readChars(pool, adapter);
  // The adapter's own splits the script at every semicolon, those in function bodies included.
  adapter.executeScript = (script) =>
    query(script).then(
      () => {},
      (error) => adapter.onError(error),
    );
  adapter.dispose = () => pool.end();
  return adapter;
}

/** Shows "char" columns to the adapter as text, and to the engine, which asks one thing at a time, as what they are. */
function readChars(pool, adapter) {
  const query = pool.query.bind(pool);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let charFields = [];
  pool.query = async (...question) => {
    const result = await query(...question);
    charFields = result.fields
      .filter((field) => field.dataTypeID === CHAR)
      .map((field) => result.fields.indexOf(field));
    for (const i of charFields) result.fields[i].dataTypeID = TEXT;
    return result;
  };
  adapter.queryRaw = async (question) => {
    const result = await queryRaw(question);
    for (const i of charFields) result.columnTypes[i] = ColumnTypeEnum.Character;
    return result;
  };
}

function withDatabase(url, database) {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}
