import { expect, test } from "vitest";
import { databaseServerOf } from "@/lib/catalog/connections/database-server";
import { mysql, postgresql } from "@/lib/catalog/connections/databases";

function problemsOf(kind: typeof postgresql | typeof mysql, settings: object): (string | undefined)[] {
  return (kind.schema.safeParse(settings).error?.issues ?? []).map(
    ({ path, message }) => `${String(path[0])}: ${message}`,
  );
}

test("a database is named by its whole address, or by its parts", () => {
  expect(problemsOf(postgresql, { url: "postgresql://ann:p@db.example/shop" })).toEqual([]);
  expect(problemsOf(postgresql, { url: "postgres://ann:p@db.example/shop" })).toEqual([]);
  expect(problemsOf(mysql, { url: "mysql://ann:p@db.example/shop" })).toEqual([]);
  expect(problemsOf(postgresql, { host: "db.example", user: "ann" })).toEqual([]);
  expect(problemsOf(postgresql, {})).toEqual(["host: Enter the host, or the whole address.", "user: Enter the user."]);
});

test.each([
  { url: "mysql://ann:p@db.example/shop" },
  { url: "postgresql://db.example/shop" },
  { url: "postgresql://ann:50%@db.example/shop" },
  { url: "postgresql:///shop" },
  { host: "/var/run/postgresql", user: "ann" },
  { host: "db.example:5432", user: "ann" },
  { host: "db.example", user: "ann", port: "99999" },
  { host: "db.example", user: "ann", authorities: "/etc/passwd" },
])("%j is refused", (settings) => {
  expect(problemsOf(postgresql, settings)).toHaveLength(1);
});

test("the server is read out of either, and TLS is on unless it is switched off", () => {
  const parts = { host: "db.example", port: "6000", database: "shop", user: "ann", password: "p", authorities: "" };
  const server = { ...parts, port: 6_000, isEncrypted: true };
  expect(databaseServerOf({ url: "", encryption: "tls", ...parts }, 5_432)).toEqual(server);
  expect(databaseServerOf({ url: "postgresql://ann:p@db.example:6000/shop" }, 5_432)).toEqual(server);
  expect(databaseServerOf({ url: "mysql://ann:p@db.example/shop" }, 3_306).port).toBe(3_306);
  expect(databaseServerOf({ encryption: "none", ...parts }, 5_432).isEncrypted).toBe(false);
  expect(databaseServerOf({ url: "postgresql://a:p@b.c/d?sslmode=disable" }, 5_432).isEncrypted).toBe(false);
  expect(databaseServerOf({ url: "mysql://a:p@b.c/d?ssl-mode=DISABLED" }, 3_306).isEncrypted).toBe(false);
  expect(databaseServerOf({ url: "postgresql://a:p@b.c/d?sslmode=require" }, 5_432).isEncrypted).toBe(true);
});

test("lists show where it is, and neither user nor password", () => {
  expect(postgresql.describe({ url: "postgresql://ann:secret@db.example/shop" })).toBe("shop at db.example");
  expect(mysql.describe({ host: "db.example", user: "ann", password: "secret" })).toBe("db.example");
});
