import { expect, test } from "vitest";
import { newId, toUuid } from "@/lib/domain/ids";
import { pool } from "@/lib/platform/db";
import { createApiKey } from "@/lib/services/create-api-key";
import { deleteApiKey } from "@/lib/services/delete-api-key";
import { identifyKey } from "@/lib/services/identify-key";
import { listApiKeys } from "@/lib/services/list-api-keys";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

test("a key acts in its workspace with its role, and tells when it was used", async () => {
  const owner = await createTestWorkspace();
  const { key, ...told } = await createApiKey(owner, { name: "CI", role: "viewer" });
  expect(await identifyKey(key)).toEqual({ workspaceId: owner.workspaceId, role: "viewer", userId: null });
  const [listed] = await listApiKeys(owner);
  expect(listed).toEqual({ ...told, lastUsedAt: expect.any(String) });
});

test("its value is told once, and cannot be read from the database", async () => {
  const owner = await createTestWorkspace();
  const { key, prefix, id } = await createApiKey(owner, { name: "CI", role: "admin" });
  expect(key).toMatch(/^dbk_[\w-]{43}$/);
  expect(key.startsWith(prefix)).toBe(true);
  const { rows } = await pool().query("SELECT to_jsonb(api_keys)::text AS row FROM api_keys WHERE id = $1", [
    toUuid(id),
  ]);
  expect(rows[0].row).not.toContain(key);
  expect(JSON.stringify(await listApiKeys(owner))).not.toContain(key);
});

test("a deleted key ends at once; another workspace can neither see nor delete it", async () => {
  const [owner, stranger] = [await createTestWorkspace(), await createTestWorkspace()];
  const { key, id } = await createApiKey(owner, { name: "CI", role: "editor" });
  expect(await listApiKeys(stranger)).toEqual([]);
  await expect(deleteApiKey(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  expect(await identifyKey(key)).toBeDefined();
  await deleteApiKey(owner, id);
  expect(await identifyKey(key)).toBeUndefined();
  await expect(deleteApiKey(owner, id)).rejects.toMatchObject({ code: "not_found" });
});

test("only admins and owners deal with keys", async () => {
  const editor = { ...(await createTestWorkspace()), role: "editor" as const };
  await expect(createApiKey(editor, { name: "CI", role: "viewer" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(listApiKeys(editor)).rejects.toMatchObject({ code: "forbidden" });
  await expect(deleteApiKey(editor, newId("apiKey"))).rejects.toMatchObject({ code: "forbidden" });
});

test.each(["", "dbk_", "x".repeat(10_000), "dbk_\u0000"])("what is no key is nobody: %#", async (key) => {
  expect(await identifyKey(key)).toBeUndefined();
});
