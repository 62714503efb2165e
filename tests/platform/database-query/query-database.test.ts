import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PlannedQuery, QueryValue } from "@/lib/domain/runs/effect";
import { parseServerUrl } from "@/lib/domain/server-url";
import { queryDatabase } from "@/lib/platform/database-query/query-database";
import { parseAllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import { startDatabaseProxy } from "@/tests/support/database-proxy";
import { startReceiver } from "@/tests/support/receiver";

const allowedTargets = parseAllowedTargets(["127.0.0.1", "localhost"]);
let database: TestDatabase;
let server: PlannedQuery["server"];

beforeAll(async () => {
  database = await createTestDatabase();
  const url = parseServerUrl(database.url);
  if (!url) throw new Error("The test database has no address.");
  server = {
    host: url.host,
    port: url.port ?? 5_432,
    database: url.path,
    user: url.user,
    password: url.password,
    isEncrypted: false,
    authorities: "",
  };
  await ask("CREATE TABLE tickets (id bigint PRIMARY KEY, owner text, paid boolean, price numeric, data jsonb)");
});
afterAll(() => database.drop());

type Changes = Partial<PlannedQuery["server"]> & { timeoutMs?: number };

function ask(statement: string, values: QueryValue[] = [], { timeoutMs = 5_000, ...changed }: Changes = {}) {
  const query: PlannedQuery = { dialect: "postgresql", server: { ...server, ...changed }, statement, values };
  return queryDatabase(query, { timeoutMs, allowedTargets });
}

test("values fill the places, whatever they hold, and rows come back with their types", async () => {
  const evil = "x'); DROP TABLE tickets; --";
  const values = ["12345678901234567890".slice(0, 18), evil, "true", "1.10", '{"a":[1.50]}'];
  const inserted = await ask("INSERT INTO tickets VALUES ($1, $2, $3, $4, $5) RETURNING id", values);
  expect(inserted).toMatchObject({ kind: "answered", count: 1, isCut: false });

  const found = await ask("SELECT *, now()::date AS today, $2::text AS nothing FROM tickets WHERE owner = $1", [
    evil,
    null,
  ]);
  expect(found).toMatchObject({
    kind: "answered",
    count: 1,
    isCut: false,
    rows: [{ owner: evil, paid: true, nothing: null, today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }],
  });
  const row = found.kind === "answered" ? found.rows[0] : {};
  expect(String(row?.["id"])).toBe("123456789012345678");
  expect(String(row?.["price"])).toBe("1.10");
});

test("a change without rows says how many it changed", async () => {
  await ask("INSERT INTO tickets (id) SELECT generate_series(1, 5)");
  expect(await ask("DELETE FROM tickets WHERE id <= $1", ["5"])).toEqual({
    kind: "answered",
    rows: [],
    count: 5,
    isCut: false,
  });
});

describe("an answer is cut", () => {
  test.each([
    [999, 999, false],
    [1_000, 1_000, false],
    [1_001, 1_000, true],
    [1_000_000, 1_000, true],
  ])("at 1,000 rows: of %i there are %i", async (asked, count, isCut) => {
    expect(await ask("SELECT generate_series(1, $1::int) AS n", [String(asked)])).toMatchObject({ count, isCut });
  });

  test("at 256 KB", async () => {
    const end = await ask("SELECT repeat('x', 100000) AS text FROM generate_series(1, 5)");
    expect(end).toMatchObject({ kind: "answered", count: 2, isCut: true });
  });

  test("and what the statement changed is changed all the same, to the last row", async () => {
    const end = await ask("INSERT INTO tickets (id) SELECT generate_series(10001, 13000) RETURNING id");
    expect(end).toMatchObject({ count: 1_000, isCut: true });
    const left = await ask("SELECT count(*)::int AS n FROM tickets WHERE id BETWEEN 10001 AND 20000");
    expect(left).toMatchObject({ rows: [{ n: 3_000 }] });
  });
});

test("an answer of more than 8 MB is refused, and nothing is changed by it", async () => {
  const end = await ask(
    "INSERT INTO tickets (id, owner) SELECT n, repeat('x', 100000) FROM generate_series(20001, 20900) AS n RETURNING owner",
    [],
    { timeoutMs: 20_000 },
  );
  expect(end).toMatchObject({ kind: "refused", message: expect.stringContaining("more than 8 MB") });
  await expect
    .poll(async () => ask("SELECT count(*)::int AS n FROM tickets WHERE id BETWEEN 20001 AND 30000"), {
      timeout: 5_000,
    })
    .toMatchObject({ rows: [{ n: 0 }] });
});

test("only one statement is run", async () => {
  const end = await ask("SELECT 1; SELECT 2");
  expect(end).toMatchObject({ kind: "refused", isWorthRetrying: false, message: /cannot insert multiple commands/ });
});

test("a column cannot reach what is behind the row", async () => {
  const end = await ask(`SELECT '{"polluted": true}'::jsonb AS "__proto__", 1 AS "constructor"`);
  const [row] = end.kind === "answered" ? end.rows : [];
  expect(row && Object.keys(row)).toEqual(["__proto__", "constructor"]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

describe("the database's no", () => {
  test.each<[statement: string, changed: Changes, message: RegExp]>([
    ["SELECT * FROM nowhere", {}, /did not accept the statement: relation "nowhere" does not exist$/],
    ["SELECT 'a'::int", {}, /invalid input syntax for type integer/],
    ["SELECT 1", { password: "wrong" }, /did not accept the user and the password: password authentication failed/],
    ["SELECT 1", { password: "" }, /did not accept the user and the password/],
    [
      "SELECT 1",
      { database: "nowhere" },
      /did not accept the user and the password: database "nowhere" does not exist/,
    ],
    ["SELECT 1", { isEncrypted: true }, /does not offer TLS\.$/],
  ])("to %j with %j is shown in its own words, and not asked for again", async (statement, changed, message) => {
    const end = await ask(statement, [], changed);
    expect(end).toMatchObject({ kind: "refused", isWorthRetrying: false, message });
  });

  test("about a doubled key tells which", async () => {
    await ask("INSERT INTO tickets (id) VALUES (1)");
    const end = await ask("INSERT INTO tickets (id) VALUES (1)");
    expect(end).toMatchObject({ message: expect.stringContaining("Key (id)=(1) already exists.") });
  });

  test("because of a time limit or a deadlock is worth another try", async () => {
    const end = await ask("DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$");
    expect(end).toMatchObject({ kind: "refused", isWorthRetrying: true });
  });
});

test("a statement that takes too long is stopped, here and at the database", async () => {
  const startedAtMs = performance.now();
  const end = await ask("SELECT pg_sleep(30), 'long' AS marker", [], { timeoutMs: 400 });
  expect(end.kind === "failed" || (end.kind === "refused" && end.isWorthRetrying)).toBe(true);
  expect(performance.now() - startedAtMs).toBeLessThan(3_000);
  await expect
    .poll(
      () => ask("SELECT count(*)::int AS n FROM pg_stat_activity WHERE query LIKE $1", ["%pg_sleep(30), 'long'%"]),
      {
        timeout: 5_000,
      },
    )
    .toMatchObject({ rows: [{ n: 0 }] });
});

describe("when the connection is lost", () => {
  async function lose(statement: string, afterMs: number) {
    const proxy = await startDatabaseProxy(database.url);
    const pending = ask(statement, [], { host: "127.0.0.1", port: Number(new URL(proxy.url).port) });
    await pause(afterMs);
    await proxy.stop();
    return pending;
  }

  test("before the change was committed, it has not happened", async () => {
    await ask("CREATE TABLE slow (id int)");
    expect(await lose("INSERT INTO slow SELECT 1 FROM pg_sleep(1)", 500)).toMatchObject({
      kind: "failed",
      sent: false,
    });
    await pause(1_000);
    expect(await ask("SELECT count(*)::int AS n FROM slow")).toMatchObject({ rows: [{ n: 0 }] });
  });

  test("while it is committed, it may have happened", async () => {
    await ask("CREATE TABLE late (id int)");
    await ask(
      "CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(1.5); RETURN NULL; END $$",
    );
    await ask(
      "CREATE CONSTRAINT TRIGGER dawdling AFTER INSERT ON late DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle()",
    );
    expect(await lose("INSERT INTO late VALUES (1)", 700)).toMatchObject({ kind: "failed", sent: true });
  });
});

test("a server that is no database, or none at all, is an end like any other", async () => {
  const web = await startReceiver();
  expect(await ask("SELECT 1", [], { port: web.port, timeoutMs: 2_000 })).toMatchObject({
    kind: "failed",
    sent: false,
  });
  const mute = await startReceiver(["hang"]);
  expect(await ask("SELECT 1", [], { port: mute.port, timeoutMs: 300 })).toMatchObject({ kind: "failed", sent: false });
  await web.close();
  await mute.close();
  expect(await ask("SELECT 1", [], { port: web.port })).toMatchObject({
    kind: "failed",
    reason: "refused",
    message: `${server.host} refused the connection.`,
  });
});

test("the environment of this process lends its password to nobody", async () => {
  process.env["PGPASSWORD"] = server.password;
  try {
    expect(await ask("SELECT 1", [], { password: "" })).toMatchObject({ kind: "refused" });
  } finally {
    delete process.env["PGPASSWORD"];
  }
});

test("a database at a private address is not reached unless it is allowed", async () => {
  const query: PlannedQuery = { dialect: "postgresql", server, statement: "SELECT 1", values: [] };
  const end = await queryDatabase(query, { timeoutMs: 2_000, allowedTargets: parseAllowedTargets([]) });
  expect(end).toMatchObject({ kind: "blocked" });
});
