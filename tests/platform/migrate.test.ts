import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyMigrations, ensureDatabase } from "@/lib/platform/migrate";

describe("migrations", () => {
  let directory: string;
  let url: string;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), "doorbell-migrations-"));
    url = newDatabaseUrl();
    await ensureDatabase(url);
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  test("are applied in the order of their names, once, with function bodies whole", async () => {
    write("2_second", "INSERT INTO notes VALUES (double(21))");
    write(
      "1_first",
      "CREATE TABLE notes (n integer); CREATE FUNCTION double(n integer) RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN n * 2; END; $$;",
    );
    expect(await applyMigrations(url, directory)).toEqual(["1_first", "2_second"]);
    expect(await applyMigrations(url, directory)).toEqual([]);
    expect(await query(url, "SELECT n FROM notes")).toEqual([{ n: 42 }]);
  });

  test("are applied once when several processes start at the same time", async () => {
    write("1_first", "CREATE TABLE notes (n integer); INSERT INTO notes VALUES (1); SELECT pg_sleep(0.1)");
    const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(url, directory)));
    expect(applied.flat()).toEqual(["1_first"]);
    expect(await query(url, "SELECT n FROM notes")).toEqual([{ n: 1 }]);
  });

  test("are refused when one was edited after it was applied", async () => {
    write("1_first", "CREATE TABLE notes (n integer)");
    await applyMigrations(url, directory);
    write("1_first", "CREATE TABLE notes (n bigint)");
    await expect(applyMigrations(url, directory)).rejects.toThrow(
      "The migration 1_first was edited after it was applied.",
    );
  });

  test("leave nothing behind when they fail, and go on once they are right", async () => {
    write("1_first", "CREATE TABLE notes (n integer); SELECT no_such_column");
    await expect(applyMigrations(url, directory)).rejects.toThrow("The migration 1_first failed: column");
    write("1_first", "CREATE TABLE notes (n integer)");
    expect(await applyMigrations(url, directory)).toEqual(["1_first"]);
  });

  test("find their database created, however many ask for it at once", async () => {
    const other = newDatabaseUrl();
    await Promise.all([ensureDatabase(other), ensureDatabase(other), ensureDatabase(other)]);
    expect(await query(other, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  function write(name: string, sql: string): void {
    mkdirSync(join(directory, name), { recursive: true });
    writeFileSync(join(directory, name, "migration.sql"), sql);
  }
});

/** An empty one, where `createTestDatabase` gives a migrated one. It goes with the run's server. */
function newDatabaseUrl(): string {
  const url = new URL(process.env["TEST_POSTGRES_URL"] ?? "");
  url.pathname = `/test_${randomUUID()}`;
  return url.toString();
}

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
