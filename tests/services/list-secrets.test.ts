import { expect, test } from "vitest";
import type { Actor } from "@/lib/domain/accounts/actor";
import { type Id, newId, toUuid } from "@/lib/domain/ids";
import { db, pool } from "@/lib/platform/db";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { listSecrets } from "@/lib/services/list-secrets";
import { revokeSecret } from "@/lib/services/revoke-secret";
import { rotateSecret } from "@/lib/services/rotate-secret";
import { tidyEndpoints } from "@/lib/services/tidy-endpoints";
import { ring, signedPush } from "../support/ring";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

const HOUR_MS = 3_600_000;

async function member(): Promise<Actor> {
  const { workspaceId } = await createTestWorkspace();
  const userId = newId("user");
  await db().user.create({
    data: { id: toUuid(userId), email: `${userId}@example.com`, name: "Ada", passwordHash: "" },
  });
  return { workspaceId, role: "owner", userId };
}

async function githubEndpoint(actor: Actor) {
  const endpoint = await createEndpoint(actor, { name: "GitHub", source: "github", options: {} });
  const [secret] = await listSecrets(actor, endpoint.id);
  if (!secret || !endpoint.signingSecret) throw new Error("There is no secret.");
  return { ...endpoint, secretId: secret.id, value: endpoint.signingSecret };
}

async function push(url: string, value: string, times = 1): Promise<void> {
  for (let n = 0; n < times; n++) {
    const { status } = await ring({ url, body: "{}", headers: signedPush(value, "{}") });
    if (status !== 202) throw new Error(`It was refused with ${status}.`);
  }
}

/** Lets a secret, and all that was proved with it so far, be older. */
async function age(secretId: Id<"secret">, ms: number): Promise<void> {
  const seconds = ms / 1_000;
  await pool().query("UPDATE signing_secrets SET created_at = created_at - make_interval(secs => $2) WHERE id = $1", [
    toUuid(secretId),
    seconds,
  ]);
  await pool().query(
    "UPDATE deliveries SET received_at = received_at - make_interval(secs => $2) WHERE secret_id = $1",
    [toUuid(secretId), seconds],
  );
}

test("each secret tells who made it, how much it is used, and when others have done all the work for long", async () => {
  const actor = await member();
  const { id, url, secretId, value } = await githubEndpoint(actor);
  await push(url, value, 5);
  await age(secretId, 7 * HOUR_MS);
  const rotated = await rotateSecret(actor, id, { overlapSeconds: 86_400 });
  await push(url, rotated.signingSecret, 15);

  const [current, previous] = await listSecrets(actor, id);
  expect(current).toMatchObject({ status: "active", createdBy: "Ada", uses: 15, share: 0.75, deliveriesSince: 0 });
  expect(current).toMatchObject({ safeToRevoke: false, rotationDue: false });
  expect(previous).toMatchObject({
    status: "retiring",
    uses: 5,
    share: 0.25,
    deliveriesSince: 15,
    safeToRevoke: false,
  });

  await push(url, rotated.signingSecret, 5);
  const [, unused] = await listSecrets(actor, id);
  expect(unused).toMatchObject({ uses: 5, share: 0.2, deliveriesSince: 20, safeToRevoke: true });
  expect(Date.now() - Date.parse(unused?.lastUsedAt ?? "")).toBeGreaterThan(6 * HOUR_MS);
});

test("when deliveries have been removed, what is left is counted", async () => {
  const actor = await member();
  const { id, url, secretId, value } = await githubEndpoint(actor);
  await push(url, value, 3);
  await age(secretId, 7 * HOUR_MS);
  const rotated = await rotateSecret(actor, id, { overlapSeconds: 86_400 });
  await push(url, rotated.signingSecret, 20);

  await pool().query("DELETE FROM deliveries WHERE secret_id = $1", [toUuid(secretId)]);
  const [, previous] = await listSecrets(actor, id);
  expect(previous).toMatchObject({ lastUsedAt: null, uses: 0, deliveriesSince: 20, safeToRevoke: true });
  await pool().query("DELETE FROM deliveries WHERE endpoint_id = $1", [toUuid(id)]);
  for (const secret of await listSecrets(actor, id))
    expect(secret).toMatchObject({ lastUsedAt: null, uses: 0, share: 0, deliveriesSince: 0, safeToRevoke: false });
});

test("at a busy endpoint, a use that the newest 1,000 deliveries do not show is found all the same", async () => {
  const actor = await member();
  const { id, url, value } = await githubEndpoint(actor);
  await push(url, value);
  const rotated = await rotateSecret(actor, id, { overlapSeconds: 86_400 });
  await push(url, rotated.signingSecret);
  await pool().query(
    `INSERT INTO deliveries SELECT (d).* FROM (
       SELECT jsonb_populate_record(d, jsonb_build_object('id',
         overlay(gen_random_uuid()::text placing left(d.id::text, 13) from 1 for 13))) AS d
       FROM deliveries d, generate_series(1, 1100) WHERE d.secret_id = $1) copies`,
    [toUuid(rotated.secret.id)],
  );
  const [current, previous] = await listSecrets(actor, id);
  expect(current).toMatchObject({ uses: 200, share: 1 });
  expect(previous).toMatchObject({ uses: 0, share: 0, deliveriesSince: 1_000, safeToRevoke: false });
  expect(Date.now() - Date.parse(previous?.lastUsedAt ?? "")).toBeLessThan(60_000);
});

test("an active secret that was just used is revoked only by force; its sender is then refused at once", async () => {
  const actor = await member();
  const { id, url, secretId, value } = await githubEndpoint(actor);
  await push(url, value);
  const which = { endpointId: id, id: secretId };
  await expect(revokeSecret(actor, which, { force: false })).rejects.toMatchObject({
    code: "conflict",
    status: 409,
    message: expect.stringMatching(/proved a delivery less than 1 min ago/),
  });
  await age(secretId, 2 * HOUR_MS);
  await expect(revokeSecret(actor, which, { force: false })).rejects.toMatchObject({
    message: expect.stringMatching(/only secret that works/),
  });
  await revokeSecret(actor, which, { force: true });
  await expect(push(url, value)).rejects.toThrow("401");
});

test("a retiring secret may be revoked although it was just used, and so may the only one if it never was", async () => {
  const actor = await member();
  const used = await githubEndpoint(actor);
  await push(used.url, used.value);
  await rotateSecret(actor, used.id, { overlapSeconds: 3_600 });
  await revokeSecret(actor, { endpointId: used.id, id: used.secretId }, { force: false });
  const unused = await githubEndpoint(actor);
  await revokeSecret(actor, { endpointId: unused.id, id: unused.secretId }, { force: false });
  for (const { id, secretId } of [used, unused]) {
    expect((await listSecrets(actor, id)).find((secret) => secret.id === secretId)).toMatchObject({
      status: "revoked",
    });
    await expect(revokeSecret(actor, { endpointId: id, id: secretId }, { force: false })).rejects.toMatchObject({
      code: "not_found",
    });
  }
});

test("a secret whose overlap is over is put on record as revoked, since then", async () => {
  const actor = await member();
  const { id, secretId } = await githubEndpoint(actor);
  await rotateSecret(actor, id, { overlapSeconds: 60 });
  const status = async () => {
    const { rows } = await pool().query(
      "SELECT status, revoked_at = retires_at AS since FROM signing_secrets WHERE id = $1",
      [toUuid(secretId)],
    );
    return rows[0];
  };
  await tidyEndpoints();
  expect(await status()).toEqual({ status: "retiring", since: null });
  await tidyEndpoints(Date.now() + 61_000);
  expect(await status()).toEqual({ status: "revoked", since: true });
});

test("after 180 days a rotation is due", async () => {
  const actor = await member();
  const { id, secretId } = await githubEndpoint(actor);
  expect(await listSecrets(actor, id)).toMatchObject([{ rotationDue: false }]);
  await age(secretId, 181 * 24 * HOUR_MS);
  expect(await listSecrets(actor, id)).toMatchObject([{ rotationDue: true }]);
});
