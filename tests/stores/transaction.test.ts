import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { pool } from "@/lib/platform/db";
import { inTransaction } from "@/lib/stores/transaction";
import { provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

test("a connection that breaks between two statements of a transaction fails it, and nothing else", async () => {
  const broken = inTransaction(async (client) => {
    const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
    await pool().query("SELECT pg_terminate_backend($1)", [rows[0].pid]);
    await pause(200);
    await client.query("SELECT 1");
  });
  await expect(broken).rejects.toThrow();
  expect((await pool().query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
});
