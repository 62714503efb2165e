import { expect, test } from "vitest";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { listDeliveries } from "@/lib/services/list-deliveries";
import { listSecrets } from "@/lib/services/list-secrets";
import { revokeSecret } from "@/lib/services/revoke-secret";
import { rotateSecret } from "@/lib/services/rotate-secret";
import { ring, signedPush } from "../support/ring";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

test("rotated under load: none is refused during the overlap, it is known who signed what, and revoked is revoked", async () => {
  const actor = await createTestWorkspace();
  const endpoint = await createEndpoint(actor, { name: "Rotating", source: "github", options: {} });
  const old = endpoint.signingSecret ?? "";
  const push = (secret: string) => ring({ url: endpoint.url, headers: signedPush(secret, "{}") });
  const pushes = (secret: string, count: number) => Promise.all(Array.from({ length: count }, () => push(secret)));

  const before = pushes(old, 50);
  const [{ secret: fresh, signingSecret: next }, first] = await Promise.all([
    rotateSecret(actor, endpoint.id, { overlapSeconds: 3_600 }),
    before,
  ]);
  const during = await Promise.all([pushes(old, 50), pushes(next, 50)]);
  expect([...first, ...during.flat()].every(({ status }) => status === 202)).toBe(true);

  const secrets = await listSecrets(actor, endpoint.id);
  const retiring = secrets.find(({ status }) => status === "retiring");
  const { items } = await listDeliveries(actor, { limit: 200 });
  expect(items).toHaveLength(150);
  expect(secrets).toHaveLength(2);
  expect(secrets.find(({ status }) => status === "active")?.id).toBe(fresh.id);

  if (retiring) await revokeSecret(actor, { endpointId: endpoint.id, id: retiring.id }, { force: false });
  expect((await pushes(old, 20)).every(({ status }) => status === 401)).toBe(true);
  expect((await pushes(next, 20)).every(({ status }) => status === 202)).toBe(true);
});
