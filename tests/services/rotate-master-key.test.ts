import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/accounts/actor";
import { toUuid } from "@/lib/domain/ids";
import { open, seal } from "@/lib/platform/cipher";
import { databaseUrl, pool } from "@/lib/platform/db";
import { createConnection } from "@/lib/services/create-connection";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { listEndpoints } from "@/lib/services/list-endpoints";
import { openConnection } from "@/lib/services/open-connection";
import { forgetRungEndpoint } from "@/lib/services/open-rung-endpoint";
import { readEndpoint } from "@/lib/services/read-endpoint";
import { rotateMasterKey } from "@/lib/services/rotate-master-key";
import { sealedColumns, withSealingLock } from "@/lib/stores/sealed-values";
import { changeEnvironment } from "../support/environment";
import { ring, signedPush } from "../support/ring";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

const directory = mkdtempSync(join(tmpdir(), "doorbell-ring-"));
afterAll(() => rmSync(directory, { recursive: true }));
const keyFile = join(directory, "master-key");
beforeEach(() => changeEnvironment({ DOORBELL_MASTER_KEY: undefined, DOORBELL_DATA_DIR: directory }));

const keys = () => readFileSync(keyFile, "utf8").trim().split("\n");

async function keyIds(): Promise<Set<string>> {
  const parts = sealedColumns.map(({ table, column }) => `SELECT substring(${column} FOR 4) AS id FROM ${table}`);
  const { rows } = await pool().query<{ id: Buffer }>(parts.join(" UNION ALL "));
  return new Set(rows.map(({ id }) => id.toString("hex")));
}

async function githubEndpoint(actor: Actor) {
  const endpoint = await createEndpoint(actor, { name: "GitHub", source: "github", options: {} });
  return { ...endpoint, secret: endpoint.signingSecret ?? "" };
}

/** As a process does that has not opened this endpoint before. */
async function ringCold({ url, secret }: { url: string; secret: string }): Promise<number> {
  forgetRungEndpoint(url.slice(url.lastIndexOf("/") + 1));
  return (await ring({ url, body: "{}", headers: signedPush(secret, "{}") })).status;
}

test("everything is sealed with a new key, and the old one is gone from the file, which nobody else can read", async () => {
  const actor = await createTestWorkspace();
  const endpoint = await githubEndpoint(actor);
  const desk = await createConnection(actor, { kind: "bearer", name: "Desk", settings: { token: "open-sesame" } });
  const [before, idsBefore] = [keys(), await keyIds()];

  const rotation = await rotateMasterKey({ settleMs: 0 });
  expect(rotation).toMatchObject({ keptIn: "file", unreadable: 0, needsOldKeys: false });
  expect(rotation.resealed).toBeGreaterThanOrEqual(3);

  expect(keys()).toHaveLength(1);
  expect(keys()).not.toEqual(before);
  expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  const ids = await keyIds();
  expect(ids.size).toBe(1);
  expect([...ids]).not.toEqual([...idsBefore]);
  expect((await readEndpoint(actor, endpoint.id)).url).toBe(endpoint.url);
  expect(await ringCold(endpoint)).toBe(202);
  expect(await openConnection(actor.workspaceId, desk.id)).toMatchObject({ credentials: { token: "open-sesame" } });
});

test("nothing fails to open meanwhile, here or in another process, and what that one seals is not lost", {
  timeout: 60_000,
}, async () => {
  const actor = await createTestWorkspace();
  const endpoints = await Promise.all(Array.from({ length: 20 }, () => githubEndpoint(actor)));
  const other = await startOther(actor);
  let isOver = false;
  const failures: unknown[] = [];
  let opened = 0;
  const opening = (async () => {
    for (let n = 0; !isOver; n++) {
      const endpoint = endpoints[n % endpoints.length];
      const status = endpoint && (await ringCold(endpoint).catch((error: unknown) => error));
      if (status !== 202) failures.push(status);
      opened += (await listEndpoints(actor, { limit: 200 })).items.length;
    }
  })();

  for (let n = 0; n < 3; n++) await rotateMasterKey({ settleMs: 500 });
  isOver = true;
  await opening;
  const told = await other.end();

  expect(failures).toEqual([]);
  expect(opened).toBeGreaterThan(100);
  expect(told).toMatchObject({ failures: [] });
  expect(told.made).toBeGreaterThan(3);
  expect(keys()).toHaveLength(1);
  await expectAllToOpenAfresh(actor);
});

/** In a process that has never known another key than those in the file now. */
async function expectAllToOpenAfresh(actor: Actor): Promise<void> {
  const other = await startOther(actor);
  expect(await other.end()).toMatchObject({ failures: [] });
}

async function startOther(actor: Actor) {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/services/sealing-child.ts", JSON.stringify(actor)], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...environment(), DATABASE_URL: databaseUrl() },
  });
  const output = collect(child);
  await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  return {
    end: async () => {
      child.stdin.end();
      await once(child, "close");
      return JSON.parse(output().trim().split("\n").at(-1) ?? "");
    },
  };
}

function collect({ stdout }: ChildProcess): () => string {
  let text = "";
  stdout?.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
}

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], NODE_ENV: "test", DOORBELL_DATA_DIR: directory };
}

test("a value that no key opens is left as it is, keeps nothing else back, and is told of", async () => {
  const actor = await createTestWorkspace();
  const [damaged, intact] = [await githubEndpoint(actor), await githubEndpoint(actor)];
  const damage =
    "UPDATE signing_secrets SET value_sealed = set_byte(value_sealed, 20, 255 - get_byte(value_sealed, 20))";
  await pool().query(`${damage} WHERE endpoint_id = $1`, [toUuid(damaged.id)]);

  const rotation = await rotateMasterKey({ settleMs: 0 });
  expect(rotation).toMatchObject({ unreadable: 1, needsOldKeys: true });
  expect(keys()).toHaveLength(2);
  expect(await ringCold(intact)).toBe(202);

  // Once it is mended, the same command goes on, and makes no third key.
  await pool().query(`${damage} WHERE endpoint_id = $1`, [toUuid(damaged.id)]);
  expect(await rotateMasterKey({ settleMs: 0 })).toMatchObject({ resealed: 1, unreadable: 0, needsOldKeys: false });
  expect(keys()).toHaveLength(1);
  expect(await ringCold(damaged)).toBe(202);
});

test("a sealed value that was moved to another row, workspace or column never opens", async () => {
  const [one, other] = [await createTestWorkspace(), await createTestWorkspace()];
  const endpoints = [await githubEndpoint(one), await githubEndpoint(one), await githubEndpoint(other)];
  const [own, neighbour, stranger] = endpoints.map(({ id }) => toUuid(id));
  const take = (from: string | undefined, column: string, table: string) =>
    pool().query(
      `UPDATE signing_secrets SET value_sealed = (SELECT ${column} FROM ${table} WHERE $1 IN (id::text, to_jsonb(${table}) ->> 'endpoint_id'))
       WHERE endpoint_id = $2`,
      [from, own],
    );
  const [victim] = endpoints;
  if (!victim) throw new Error("There is no endpoint.");
  for (const [from, column, table] of [
    [neighbour, "value_sealed", "signing_secrets"],
    [stranger, "value_sealed", "signing_secrets"],
    [own, "token_sealed", "endpoints"],
  ] as const) {
    await take(from, column, table);
    await expect(ringCold(victim)).rejects.toThrow();
  }
  await pool().query("DELETE FROM signing_secrets WHERE endpoint_id = $1", [own]);
  await rotateMasterKey({ settleMs: 0 });
});

test("only one does it at a time", async () => {
  await withSealingLock(async () => {
    await expect(rotateMasterKey({ settleMs: 0 })).rejects.toMatchObject({ code: "conflict" });
  });
});

test("a key from the environment is for the operator to add; then everything is sealed with the first", async () => {
  const actor = await createTestWorkspace();
  const endpoint = await githubEndpoint(actor);
  const [old = ""] = keys();
  const fresh = Buffer.alloc(32, 9).toString("hex");
  changeEnvironment({ DOORBELL_MASTER_KEY: old });
  await expect(rotateMasterKey({ settleMs: 0 })).rejects.toMatchObject({
    message: expect.stringMatching(/DOORBELL_MASTER_KEY=new,old/),
  });
  expect(await command({ DOORBELL_MASTER_KEY: old })).toMatch(/DOORBELL_MASTER_KEY=new,old/);

  rmSync(keyFile);
  changeEnvironment({ DOORBELL_MASTER_KEY: `${fresh},${old}` });
  expect(await rotateMasterKey({ settleMs: 0 })).toMatchObject({ keptIn: "environment", needsOldKeys: false });
  expect(await ringCold(endpoint)).toBe(202);
  expect((await keyIds()).size).toBe(1);
  expect(existsSync(keyFile)).toBe(false);
  writeFileSync(keyFile, `${fresh}\n`, { mode: 0o600 });
});

/** What `npm run rotate-master-key` says. */
async function command(variables: Record<string, string>): Promise<string> {
  const env = { ...environment(), DATABASE_URL: databaseUrl(), ...variables };
  const ended = await promisify(execFile)(process.execPath, ["scripts/rotate-master-key.mjs"], { env }).catch(
    (error: { stdout: string; stderr: string }) => error,
  );
  return ended.stdout + ended.stderr;
}

test("every sealed column is known: no value is left with an old key", async () => {
  const { rows } = await pool().query(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name LIKE '%sealed%'`,
  );
  const known = sealedColumns.map(({ table, column }) => `${table}.${column}`);
  expect(known.sort()).toEqual(rows.map(({ table, column }) => `${table}.${column}`).sort());
  const boundTo = { workspaceId: "wsp_1", purpose: "signing-secret", id: "sec_1" };
  expect(open(seal("whsec_1", boundTo), boundTo)).toBe("whsec_1");
});
