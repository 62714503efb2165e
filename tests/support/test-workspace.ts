import { afterAll, beforeAll } from "vitest";
import type { Actor } from "@/lib/domain/accounts/actor";
import { newId, toUuid } from "@/lib/domain/ids";
import { closeDatabase, db } from "@/lib/platform/db";
import { setDatabaseUrl } from "@/lib/platform/env";
import { prepareLogDays } from "@/lib/stores/log-days";
import { createTestDatabase, type TestDatabase } from "./database";

/** Gives a test file a database of its own. Call it at the top of the file. */
export function provideTestDatabase(): void {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    setDatabaseUrl(database.url);
    process.env["DOORBELL_MASTER_KEY"] = Buffer.alloc(32, 7).toString("base64");
    await prepareLogDays();
  });
  afterAll(async () => {
    await closeDatabase();
    await database.drop();
  });
}

/** A workspace nobody else uses, and its owner. */
export async function createTestWorkspace(): Promise<Actor> {
  const workspaceId = newId("workspace");
  await db().workspace.create({ data: { id: toUuid(workspaceId), name: "Test" } });
  return { workspaceId, role: "owner", userId: null };
}
