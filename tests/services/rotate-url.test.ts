import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/domain/accounts/actor";
import { DoorbellError } from "@/lib/domain/errors";
import { newId } from "@/lib/domain/ids";
import { pool } from "@/lib/platform/db";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { readEndpoint } from "@/lib/services/read-endpoint";
import { rotateUrl } from "@/lib/services/rotate-url";
import { tidyEndpoints } from "@/lib/services/tidy-endpoints";
import { ring } from "../support/ring";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();
afterEach(() => vi.restoreAllMocks());

const openEndpoint = (actor: Actor) => createEndpoint(actor, { name: "Open", source: "anyone", options: {} });

/** What the sender gets, whether it was answered or thrown. */
async function statusAt(url: string, nowMs?: number): Promise<number> {
  try {
    return (await ring({ url, ...(nowMs === undefined ? {} : { nowMs }) })).status;
  } catch (error) {
    if (!(error instanceof DoorbellError)) throw error;
    return error.status;
  }
}

test("the new address works at once, and the old one until the overlap ends", async () => {
  const actor = await createTestWorkspace();
  const { id, url } = await openEndpoint(actor);
  expect(await statusAt(url)).toBe(202);

  const rotated = await rotateUrl(actor, id, { overlapSeconds: 3_600 });
  const untilMs = Date.parse(rotated.previousUrlUntil ?? "");
  expect(rotated.url).not.toBe(url);
  expect(untilMs - Date.now()).toBeGreaterThan(3_590_000);
  expect(await readEndpoint(actor, id)).toEqual(rotated);

  for (const address of [url, rotated.url]) expect(await statusAt(address)).toBe(202);
  expect(await statusAt(url, untilMs - 1)).toBe(202);
  expect(await statusAt(url, untilMs)).toBe(404);
  expect(await statusAt(rotated.url, untilMs)).toBe(202);
});

test("an old address answers as an unknown one does, and does not ask the database each time", async () => {
  const actor = await createTestWorkspace();
  const { id, url } = await openEndpoint(actor);
  expect(await statusAt(url)).toBe(202);
  const { previousUrlUntil } = await rotateUrl(actor, id, { overlapSeconds: 0 });
  expect(previousUrlUntil).toBeNull();

  const unknown = await ring({ url: `http://localhost/api/hooks/${randomUUID()}` }).catch((error: unknown) => error);
  expect(await ring({ url }).catch((error: unknown) => error)).toEqual(unknown);
  const asked = vi.spyOn(pool(), "query");
  expect(await statusAt(url)).toBe(404);
  expect(asked).not.toHaveBeenCalled();
});

test("a second rotation ends the first address no later than the second, and never makes it last longer", async () => {
  const actor = await createTestWorkspace();
  const first = await openEndpoint(actor);
  const second = await rotateUrl(actor, first.id, { overlapSeconds: 3_600 });
  const third = await rotateUrl(actor, first.id, { overlapSeconds: 60 });
  for (const { url } of [first, second, third]) expect(await statusAt(url)).toBe(202);
  const soon = Date.now() + 61_000;
  expect(await statusAt(first.url, soon)).toBe(404);
  expect(await statusAt(second.url, soon)).toBe(404);

  await rotateUrl(actor, first.id, { overlapSeconds: 86_400 });
  expect(await statusAt(first.url, soon)).toBe(404);
  expect(await statusAt(third.url, soon)).toBe(202);
});

test("two rotations at once leave one present address", async () => {
  const actor = await createTestWorkspace();
  const { id } = await openEndpoint(actor);
  await Promise.all([rotateUrl(actor, id, { overlapSeconds: 0 }), rotateUrl(actor, id, { overlapSeconds: 0 })]);
  const { rows } = await pool().query("SELECT 1 FROM endpoint_tokens WHERE retires_at IS NULL");
  const { rows: endpoints } = await pool().query("SELECT 1 FROM endpoints");
  expect(rows).toHaveLength(endpoints.length);
  expect(await statusAt((await readEndpoint(actor, id)).url)).toBe(202);
});

test("what has retired is swept away, and stays unknown", async () => {
  const actor = await createTestWorkspace();
  const { id, url } = await openEndpoint(actor);
  await rotateUrl(actor, id, { overlapSeconds: 0 });
  await tidyEndpoints();
  const { rows } = await pool().query("SELECT 1 FROM endpoint_tokens WHERE retires_at <= now()");
  expect(rows).toEqual([]);
  expect(await statusAt(url)).toBe(404);
});

test("another workspace's endpoint is not found, and a viewer may not rotate", async () => {
  const [actor, stranger] = [await createTestWorkspace(), await createTestWorkspace()];
  const { id } = await openEndpoint(actor);
  const rotation = { overlapSeconds: 0 };
  await expect(rotateUrl(stranger, id, rotation)).rejects.toMatchObject({ code: "not_found" });
  await expect(rotateUrl(actor, newId("endpoint"), rotation)).rejects.toMatchObject({ code: "not_found" });
  await expect(rotateUrl({ ...actor, role: "viewer" }, id, rotation)).rejects.toMatchObject({ code: "forbidden" });
});
