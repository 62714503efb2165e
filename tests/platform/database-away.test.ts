import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { expect, test } from "vitest";
import { isDatabaseAway } from "@/lib/platform/database-away";
import { db, pool } from "@/lib/platform/db";
import { PrismaClient } from "@/lib/platform/prisma/generated/client";
import { provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => new Error("It did not fail."),
    (error: unknown) => error,
  );
}

function clientsOf(port: number) {
  const away = new pg.Pool({ connectionString: `postgres://x:y@127.0.0.1:${port}/z`, connectionTimeoutMillis: 200 });
  return { away, prisma: new PrismaClient({ adapter: new PrismaPg(away) }) };
}

test("a database that refuses connections is away, for pg and for Prisma", async () => {
  const { away, prisma } = clientsOf(1);
  expect(isDatabaseAway(await errorOf(away.query("SELECT 1")))).toBe(true);
  expect(isDatabaseAway(await errorOf(prisma.user.findFirst()))).toBe(true);
  expect(isDatabaseAway(await errorOf(prisma.$executeRaw`SELECT 1`))).toBe(true);
});

test("one that never answers is away", async () => {
  const silent = createServer(() => undefined).listen(0);
  const { away, prisma } = clientsOf((silent.address() as AddressInfo).port);
  expect(isDatabaseAway(await errorOf(away.query("SELECT 1")))).toBe(true);
  expect(isDatabaseAway(await errorOf(prisma.user.findFirst()))).toBe(true);
  silent.close();
});

test("one that ends the connection meanwhile is away", async () => {
  const ending = "SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(1)";
  expect(isDatabaseAway(await errorOf(pool().query(ending)))).toBe(true);
  expect(isDatabaseAway(await errorOf(db().$queryRawUnsafe(ending)))).toBe(true);
});

test("a wrong statement, a missing file and a bug are no absence", async () => {
  expect(isDatabaseAway(await errorOf(pool().query("SELECT nonsense")))).toBe(false);
  expect(isDatabaseAway(await errorOf(db().$queryRawUnsafe("SELECT nonsense")))).toBe(false);
  expect(isDatabaseAway(Object.assign(new Error("no file"), { code: "ENOENT", syscall: "open" }))).toBe(false);
  expect(isDatabaseAway(new TypeError("undefined is not a function"))).toBe(false);
  expect(isDatabaseAway("text")).toBe(false);
});
