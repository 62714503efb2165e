import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { borrowEmbeddedPostgres } from "@/lib/platform/embedded-postgres/borrow-embedded-postgres";
import { startEmbeddedPostgres } from "@/lib/platform/embedded-postgres/start-embedded-postgres";
import { ensureDatabase } from "@/lib/platform/migrate";

test("the database of an app that runs is borrowed and left running; without one it is started and stopped", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "doorbell-borrowed-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const server = await startEmbeddedPostgres({ dataDir });
  onTestFinished(() => server.stop());
  await ensureDatabase(server.url);

  const borrowed = await borrowEmbeddedPostgres({ dataDir });
  expect(borrowed).toMatchObject({ isShared: true, url: server.url });
  await borrowed.stop();
  expect(await ask(server.url)).toBe(1);

  await server.stop();
  const own = await borrowEmbeddedPostgres({ dataDir });
  expect(own.isShared).toBe(false);
  expect(await ask(own.url)).toBe(1);
  await own.stop();
  await expect(ask(own.url)).rejects.toThrow();
});

async function ask(connectionString: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query("SELECT 1 AS one");
  await client.end();
  return rows[0].one;
}
