import { expect, test } from "vitest";
import { POST as rotateUrl } from "@/app/api/v1/endpoints/[id]/rotate-url/route";
import { DELETE as revoke } from "@/app/api/v1/endpoints/[id]/secrets/[secretId]/route";
import { GET as list } from "@/app/api/v1/endpoints/[id]/secrets/route";
import { SecretInUse } from "@/lib/domain/endpoints/endpoint";
import { createApiKey } from "@/lib/services/create-api-key";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { ring, signedPush } from "../support/ring";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

async function rungEndpoint() {
  const actor = await createTestWorkspace();
  const { key } = await createApiKey(actor, { name: "Test", role: "admin" });
  const endpoint = await createEndpoint(actor, { name: "GitHub", source: "github", options: {} });
  await ring({ url: endpoint.url, body: "{}", headers: signedPush(endpoint.signingSecret ?? "", "{}") });
  const ask = (method: string, query = "", body?: string) =>
    new Request(`http://localhost/api/v1${query}`, {
      method,
      headers: { authorization: `Bearer ${key}` },
      ...(body === undefined ? {} : { body }),
    });
  return { id: endpoint.id, url: endpoint.url, ask };
}

const context = (params: Record<string, string>) => ({ params: Promise.resolve(params) });

test("a secret that was just used is kept with 409, and revoked with 204 by force", async () => {
  const { id, ask } = await rungEndpoint();
  const { items } = await (await list(ask("GET"), context({ id }))).json();
  expect(SecretInUse.parse(items[0])).toMatchObject({ uses: 1, share: 1, createdBy: null, safeToRevoke: false });
  const params = context({ id, secretId: items[0].id });

  const refused = await revoke(ask("DELETE"), params);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toEqual({ code: "conflict", error: expect.stringMatching(/^This secret proved .*\.$/) });
  expect((await revoke(ask("DELETE", "?force=false"), params)).status).toBe(409);
  expect((await revoke(ask("DELETE", "?force=perhaps"), params)).status).toBe(400);
  expect((await revoke(ask("DELETE", "?force=true"), params)).status).toBe(204);
  expect((await revoke(ask("DELETE", "?force=true"), params)).status).toBe(404);
});

test("an address is rotated with an overlap of a day unless told, and of 30 at most", async () => {
  const { id, url, ask } = await rungEndpoint();
  const response = await rotateUrl(ask("POST", "", "{}"), context({ id }));
  expect(response.status).toBe(200);
  const endpoint = await response.json();
  expect(endpoint).toMatchObject({ id, url: expect.stringMatching(/\/api\/hooks\/[\w-]{22,}$/) });
  expect(endpoint.url).not.toBe(url);
  expect(Math.round((Date.parse(endpoint.previousUrlUntil) - Date.now()) / 60_000)).toBe(24 * 60);
  for (const overlapSeconds of [-1, 2_592_001, 0.5, "60"]) {
    const refused = await rotateUrl(ask("POST", "", JSON.stringify({ overlapSeconds })), context({ id }));
    expect(refused.status).toBe(400);
  }
});
