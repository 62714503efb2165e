import { defineConfig } from "prisma/config";

// Commands that only read the schema, `generate` above all, run without a database.
const url = process.env["DATABASE_URL"];

/** The embedded engine queries its tables in SQL alone: they are in the migrations and not in the schema. */
const ENGINE_TABLES = ["dedupe_keys", "jobs", "runs", "steps", "waits"].map((name) => `public.engine_${name}`);

export default defineConfig({
  schema: "schema.prisma",
  migrations: { path: "migrations" },
  experimental: { externalTables: true },
  tables: { external: ENGINE_TABLES },
  ...(url ? { datasource: { url } } : {}),
});
