import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { findServer } from "@/lib/platform/embedded-postgres/launcher-lock";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/platform/embedded-postgres/start-embedded-postgres";
import { ensureDatabase } from "@/lib/platform/migrate";

const isRoot = process.getuid?.() === 0;

describe("the embedded PostgreSQL", () => {
  const home = mkdtempSync(join(tmpdir(), "doorbell-embedded-"));
  const dataDir = join(home, "data");

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  test("keeps its rows from one start to the next, and may be stopped twice", async () => {
    const first = await start();
    await ensureDatabase(first.url);
    await query(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
    await first.stop();
    await first.stop();
    await first.exited;

    const second = await start();
    expect(await query(second.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  });

  test("listens on this machine alone, and to its own password alone", async () => {
    const { url } = await start();
    const [addresses] = await query(withDatabase(url, "postgres"), "SHOW listen_addresses");
    expect(addresses).toEqual({ listen_addresses: "127.0.0.1" });

    const wrong = new URL(withDatabase(url, "postgres"));
    wrong.password = "guessed";
    await expect(query(wrong.toString(), "SELECT 1")).rejects.toThrow("password authentication failed");
    for (const file of ["password", "postgres.log", "launcher.lock"]) {
      expect(statSync(join(dataDir, file)).mode & 0o077, file).toBe(0);
    }
  });

  test("refuses a second launcher, and names the process that runs", async () => {
    await start();
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      `Doorbell already runs here: process ${process.pid} uses ${dataDir}.`,
    );
  });

  test("survives Ctrl-C and the death of its launcher; the next start ends it, and no committed row is lost", async () => {
    const launcher = await launch();
    await ensureDatabase(launcher.url);
    await query(launcher.url, "CREATE TABLE counted (n integer)");
    process.kill(-launcher.pid, "SIGINT");
    for (let n = 0; n < 20; n++) await query(launcher.url, `INSERT INTO counted VALUES (${n})`);

    process.kill(launcher.pid, "SIGKILL");
    await launcher.exited;
    await query(launcher.url, "INSERT INTO counted VALUES (20)");

    const next = await start();
    expect(await query(next.url, "SELECT count(*)::integer FROM counted")).toEqual([{ count: 21 }]);
    await expect(query(launcher.url, "SELECT 1")).rejects.toThrow();
  });

  test.each(["SIGKILL", "SIGTERM"] as const)(
    "is started again after %s, at the same address, with all its rows",
    async (signal) => {
      const { url, stop, exited } = await start();
      await ensureDatabase(url);
      await query(url, "CREATE TABLE IF NOT EXISTS struck AS SELECT 1 AS blow");
      const killed = findServer(dataDir)?.pid ?? 0;
      process.kill(killed, signal);
      await expect.poll(() => findServer(dataDir)?.pid, { timeout: 20_000 }).not.toBe(killed);
      await expect
        .poll(() => query(url, "SELECT blow FROM struck").catch(() => []), { timeout: 20_000 })
        .toEqual([{ blow: 1 }]);

      await stop();
      await exited;
      await expect(query(url, "SELECT 1")).rejects.toThrow();
    },
  );

  test("takes over a lock whose process is gone, and one that a power cut left unreadable", async () => {
    const processBefore = { pid: process.pid, birth: "an earlier process with our number" };
    for (const lock of [JSON.stringify({ launcher: processBefore, server: processBefore }), ""]) {
      writeFileSync(join(dataDir, "launcher.lock"), lock);
      const { url, stop } = await start();
      expect(await query(withDatabase(url, "postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
      await stop();
    }
  });

  test("begins again where creating its files was cut short", async () => {
    const halfMade = join(home, "half-made");
    mkdirSync(join(halfMade, "cluster.new"), { recursive: true });
    writeFileSync(join(halfMade, "cluster.new", "PG_VERSION"), "18\n");
    const { url } = await start(halfMade);
    expect(await query(withDatabase(url, "postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  test.runIf(isRoot)("runs as another user than root, also in a folder that is closed to that user", async () => {
    // mkdtemp makes it so: the home of the cluster is open to root alone.
    expect(statSync(home).mode & 0o077).toBe(0);
    const { url } = await start();
    expect(statSync(join(dataDir, "cluster")).uid).not.toBe(0);
    expect(await query(withDatabase(url, "postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  test("says what its log says when it cannot start", async () => {
    const { stop } = await start();
    await stop();
    appendFileSync(join(dataDir, "cluster", "postgresql.conf"), "no_such_setting = 1\n");
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow("no_such_setting");
  });

  async function start(directory = dataDir): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres({ dataDir: directory });
    onTestFinished(() => server.stop());
    return server;
  }

  async function launch(): Promise<{ url: string; pid: number; exited: Promise<unknown> }> {
    const program = fileURLToPath(new URL("launcher.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", program, dataDir], {
      detached: true,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const exited = once(child, "exit");
    const [line] = await once(child.stdout, "data");
    return { url: String(line).trim(), pid: pidOf(child), exited };
  }
});

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error("The launcher did not start.");
  return pid;
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
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
