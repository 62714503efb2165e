import { defineConfig } from "prisma/config";

// Commands that only read the schema, `generate` above all, run without a database.
const url = process.env["DATABASE_URL"];

export default defineConfig({
  schema: "schema.prisma",
  migrations: { path: "migrations" },
  ...(url ? { datasource: { url } } : {}),
});
