#!/usr/bin/env node
// The Prisma CLI, without the engine that it would download: `npm run prisma -- migrate dev --name add_notes`.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const commandLine = process.argv.slice(2);

if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
const database = needsDatabase(commandLine) && !process.env.DATABASE_URL ? await startThrowawayDatabase() : undefined;
process.exitCode = await runPrisma(commandLine, database?.url);
await database?.stop();

function needsDatabase([command]) {
  return command === "migrate" || command === "db";
}

/** An empty database is all that writing a migration needs, and nobody's data is at risk. */
async function startThrowawayDatabase() {
  console.log("DATABASE_URL is not set: using an empty database that is thrown away afterwards.");
  const { tsImport } = await import("tsx/esm/api");
  const platform = (file) => tsImport(`../lib/platform/${file}.ts`, import.meta.url);
  const { startEmbeddedPostgres } = await platform("embedded-postgres/start-embedded-postgres");
  const { ensureDatabase } = await platform("migrate");
  const dataDir = mkdtempSync(join(tmpdir(), "doorbell-prisma-"));
  const { url, stop } = await startEmbeddedPostgres({ dataDir });
  await ensureDatabase(url);
  return { url, stop: () => stop().then(() => rmSync(dataDir, { recursive: true, force: true })) };
}

function runPrisma(args, databaseUrl) {
  const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
  const config = join(root, "prisma", "prisma.config.ts");
  const child = spawn(process.execPath, [cli, ...args, "--config", config], {
    cwd: root,
    stdio: "inherit",
    env: {
      PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(new URL("schema-engine.mjs", import.meta.url)),
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
      ...process.env,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    },
  });
  // Ctrl-C reaches the CLI too; we wait for it, to stop the database after it.
  process.on("SIGINT", () => {});
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
