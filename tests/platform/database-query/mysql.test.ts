import { describe, expect, test } from "vitest";
import type { PlannedQuery, QueryValue } from "@/lib/domain/runs/effect";
import { parseServerUrl } from "@/lib/domain/server-url";
import { queryDatabase } from "@/lib/platform/database-query/query-database";
import { parseAllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";

/** These need a real server, with a database and a user that may do anything in it: mysql://user:password@host:port/database. */
const url = parseServerUrl(process.env["TEST_MYSQL_URL"] ?? "");

const server: PlannedQuery["server"] = {
  host: url?.host ?? "",
  port: url?.port ?? 3_306,
  database: url?.path ?? "",
  user: url?.user ?? "",
  password: url?.password ?? "",
  isEncrypted: false,
  authorities: "",
};

type Changes = Partial<PlannedQuery["server"]> & { timeoutMs?: number };

function ask(statement: string, values: QueryValue[] = [], { timeoutMs = 5_000, ...changed }: Changes = {}) {
  const query: PlannedQuery = { dialect: "mysql", server: { ...server, ...changed }, statement, values };
  return queryDatabase(query, { timeoutMs, allowedTargets: parseAllowedTargets([server.host]) });
}

describe.runIf(url)("a real MariaDB", () => {
  test("takes values in the places, whatever they hold, and rows come back with their types", async () => {
    await ask(
      "CREATE OR REPLACE TABLE tickets (id bigint PRIMARY KEY AUTO_INCREMENT, owner text, price decimal(20,2), at datetime, bytes blob)",
    );
    const evil = "x'); DROP TABLE tickets; -- \\' ?";
    const inserted = await ask("INSERT INTO tickets (owner, price, at, bytes) VALUES (?, ?, ?, ?)", [
      evil,
      "123456789012345678.10",
      "2026-11-25 10:11:12",
      "ab",
    ]);
    expect(inserted).toEqual({ kind: "answered", rows: [], count: 1, isCut: false, insertId: "1" });
    const found = await ask("SELECT *, ? AS nothing FROM tickets WHERE owner = ? LIMIT ?", [null, evil, "5"]);
    expect(found).toMatchObject({
      count: 1,
      rows: [{ owner: evil, at: "2026-11-25 10:11:12", bytes: "0x6162", nothing: null }],
    });
    const row = found.kind === "answered" ? found.rows[0] : {};
    expect([row?.["id"], row?.["price"]].map(String)).toEqual(["1", "123456789012345678.10"]);
  });

  test.each([
    [1_000, 1_000, false],
    [1_001, 1_000, true],
    [50_000, 1_000, true],
  ])("is cut at 1,000 rows: of %i there are %i", async (asked, count, isCut) => {
    expect(await ask(`SELECT seq FROM seq_1_to_${asked}`)).toMatchObject({ count, isCut });
  });

  test("gives the rows of a procedure", async () => {
    await ask("CREATE OR REPLACE PROCEDURE two() BEGIN SELECT 1 AS n UNION SELECT 2; END");
    expect(await ask("CALL two()")).toMatchObject({ kind: "answered", rows: [{ n: 1 }, { n: 2 }], count: 2 });
  });

  test.each<[string, Changes, RegExp]>([
    ["SELECT * FROM nowhere", {}, /did not accept the statement: Table '.*nowhere' doesn't exist/],
    ["SELECT 1; SELECT 2", {}, /did not accept the statement: You have an error in your SQL syntax/],
    ["SELECT 1", { password: "wrong" }, /did not accept the user and the password/],
    ["SELECT 1", { database: "nowhere" }, /did not accept the user and the password/],
    ["LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE tickets", {}, /did not accept|could not be completed/],
  ])("shows its no to %j with %j", async (statement, changed, message) => {
    const end = await ask(statement, [], changed);
    expect(end.kind).not.toBe("answered");
    expect(end).toMatchObject({ message });
  });

  test("stops what takes too long", async () => {
    const startedAtMs = performance.now();
    const end = await ask("SELECT SLEEP(30)", [], { timeoutMs: 500 });
    expect(end.kind === "failed" || end.kind === "refused" || end.kind === "answered").toBe(true);
    expect(performance.now() - startedAtMs).toBeLessThan(3_000);
  });

  test("keeps a change only with its commit", async () => {
    await ask("CREATE OR REPLACE TABLE slow (id int) ENGINE=InnoDB");
    await ask("INSERT INTO slow SELECT SLEEP(30)", [], { timeoutMs: 500 });
    await expect.poll(() => ask("SELECT count(*) AS n FROM slow")).toMatchObject({ rows: [{ n: 0 }] });
  });
});
