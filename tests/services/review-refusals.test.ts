import { expect, test } from "vitest";
import type { Actor } from "@/lib/domain/accounts/actor";
import { type Id, newId, toUuid } from "@/lib/domain/ids";
import { pool } from "@/lib/platform/db";
import { countHeld } from "@/lib/services/count-held";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { reviewRefusals } from "@/lib/services/review-refusals";
import { ring } from "../support/ring";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

const DAY_MS = 86_400_000;

async function openEndpoint(actor: Actor) {
  return createEndpoint(actor, { name: "Door", source: "anyone", options: { methods: ["POST", "PUT"] } });
}

/** Copies a delivery so many times, within the same millisecond. */
async function copy(id: Id<"delivery">, times: number): Promise<void> {
  await pool().query(
    `INSERT INTO deliveries SELECT (d).* FROM (
       SELECT jsonb_populate_record(d, jsonb_build_object('id',
         overlay(gen_random_uuid()::text placing left(d.id::text, 13) from 1 for 13))) AS d
       FROM deliveries d, generate_series(1, $2::int) WHERE d.id = $1) copies`,
    [toUuid(id), times],
  );
}

async function ringOnce(sent: Parameters<typeof ring>[0]): Promise<Id<"delivery">> {
  const { delivery } = await ring(sent);
  if (!delivery) throw new Error("Nothing was written down.");
  return delivery;
}

test("refusals are told by reason, the most frequent first, each with how often and its newest three", async () => {
  const actor = await createTestWorkspace();
  const { id, url } = await openEndpoint(actor);
  await ringOnce({ url });
  const broken = [];
  for (let n = 0; n < 4; n++) broken.push(await ringOnce({ url, body: "{" }));
  const deleted = await ringOnce({ url, method: "DELETE", headers: { "x-event-type": "ticket.gone" } });

  const refusals = await reviewRefusals(actor, id);
  expect(refusals).toMatchObject({ total: 5, isCut: false });
  expect(refusals.groups.map(({ reason, count }) => [reason, count])).toEqual([
    ["malformed_body", 4],
    ["method_not_allowed", 1],
  ]);
  expect(refusals.groups[0]?.newest.map((refused) => refused.id)).toEqual(broken.toReversed().slice(0, 3));
  expect(refusals.groups[1]?.newest).toEqual([
    { id: deleted, method: "DELETE", eventType: null, receivedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
  ]);
});

test("what was refused more than seven days ago is left out", async () => {
  const actor = await createTestWorkspace();
  const { id, url } = await openEndpoint(actor);
  const nowMs = Date.now();
  await ringOnce({ url, body: "{", nowMs: nowMs - 7 * DAY_MS - 1 });
  expect(await reviewRefusals(actor, id, nowMs)).toEqual({
    total: 0,
    groups: [],
    since: new Date(nowMs - 7 * DAY_MS).toISOString(),
    isCut: false,
  });
});

test("at a busy endpoint the newest 10,000 deliveries are looked at, and it is said how far back they go", async () => {
  const actor = await createTestWorkspace();
  const { id, url } = await openEndpoint(actor);
  const nowMs = Date.now();
  await ringOnce({ url, body: "{", nowMs: nowMs - 60_000 });
  const accepted = await ringOnce({ url, nowMs: nowMs - 30_000 });
  const refused = await ringOnce({ url, method: "DELETE", nowMs: nowMs - 20_000 });
  await copy(refused, 11);
  await copy(accepted, 10_000);
  const refusals = await reviewRefusals(actor, id, nowMs);
  expect(refusals).toMatchObject({ total: 12, isCut: true, since: new Date(nowMs - 30_000).toISOString() });
  expect(refusals.groups.map(({ reason, count }) => [reason, count])).toEqual([["method_not_allowed", 12]]);
});

test("held deliveries are counted, however many there are", async () => {
  const actor = await createTestWorkspace();
  const { id, url } = await openEndpoint(actor);
  await pool().query("UPDATE endpoints SET status = 'paused', revision = revision + 1 WHERE id = $1", [toUuid(id)]);
  expect(await countHeld(actor, id)).toBe(0);
  const held = await ringOnce({ url });
  await ringOnce({ url, body: "{" });
  await copy(held, 10_400);
  expect(await countHeld(actor, id)).toBe(10_401);
});

test("nobody sees another workspace's", async () => {
  const actor = await createTestWorkspace();
  const { id, url } = await openEndpoint(actor);
  await ringOnce({ url, body: "{" });
  const stranger = await createTestWorkspace();
  expect(await reviewRefusals(stranger, id)).toMatchObject({ total: 0 });
  expect(await countHeld(stranger, id)).toBe(0);
  expect(await reviewRefusals(actor, newId("endpoint"))).toMatchObject({ total: 0 });
});
