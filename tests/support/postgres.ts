import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEmbeddedPostgres } from "@/lib/platform/embedded-postgres/start-embedded-postgres";
import { applyMigrations, ensureDatabase } from "@/lib/platform/migrate";

const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** Starts a throwaway PostgreSQL; the URL names a migrated database to copy others from. */
export async function startTestPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), "doorbell-test-"));
  const remove = () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  // Ctrl-C ends a run without its teardown.
  process.once("exit", remove);
  const server = await startEmbeddedPostgres({ dataDir });
  const url = new URL(server.url);
  url.pathname = "/doorbell_template";
  await ensureDatabase(url.toString());
  await applyMigrations(url.toString(), MIGRATIONS);
  return {
    url: url.toString(),
    stop: async () => {
      await server.stop();
      remove();
    },
  };
}
