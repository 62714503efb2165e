import { expect, test } from "vitest";
import type { Actor } from "@/lib/domain/accounts/actor";
import { changeEndpoint } from "@/lib/services/change-endpoint";
import { readDelivery } from "@/lib/services/read-delivery";
import { rotateSecret } from "@/lib/services/rotate-secret";
import type { Answer } from "@/lib/services/write-answer";
import { deliveryIn, openEndpoint } from "../support/open-endpoint";
import { ring, signedPush } from "../support/ring";
import { provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

async function checkNames(actor: Actor, answer: Answer): Promise<string[]> {
  const { checks } = await readDelivery(actor, deliveryIn(answer));
  return checks.map(({ name, ok }) => `${name}${ok ? "" : "!"}`);
}

type Case = {
  what: string;
  options?: Record<string, unknown>;
  sent?: Partial<Parameters<typeof ring>[0]>;
  status: number;
  code?: string;
};

const CASES: Case[] = [
  { what: "plain http, and https is asked for", options: { requireHttps: true }, status: 403, code: "https_required" },
  { what: "https, as asked for", options: { requireHttps: true }, sent: { isHttps: true }, status: 202 },
  {
    what: "an address outside the list",
    options: { allowedAddresses: ["10.0.0.0/8"] },
    status: 403,
    code: "address_not_allowed",
  },
  { what: "an address on it", options: { allowedAddresses: ["192.0.2.0/24", "2001:db8::/32"] }, status: 202 },
  { what: "a method that is not taken", sent: { method: "PUT" }, status: 405, code: "method_not_allowed" },
  { what: "a method that is", options: { methods: ["PUT"] }, sent: { method: "PUT" }, status: 202 },
  {
    what: "a body beyond the limit",
    options: { bytesMax: 4 },
    sent: { body: "[1,2]" },
    status: 413,
    code: "too_large",
  },
  {
    what: "a content type that is not taken",
    options: { contentTypes: ["application/json"] },
    sent: { headers: { "content-type": "text/plain" } },
    status: 415,
    code: "unsupported_type",
  },
  { what: "JSON that is none", sent: { body: "{" }, status: 400, code: "malformed_body" },
];

test.each(CASES)("$what: $status", async ({ options, sent, status, code }) => {
  const { url } = await openEndpoint(options);
  const answer = await ring({ url, ...sent });
  expect(answer).toMatchObject({ status, ...(code ? { body: { code } } : {}) });
  if (status === 405) expect(answer.headers).toMatchObject({ allow: "POST" });
});

test("an endpoint ends at its moment, and then answers as if it had never been", async () => {
  const { url } = await openEndpoint({ expiresAt: "2030-01-01T00:00:00Z" });
  const at = (iso: string) => ring({ url, nowMs: Date.parse(iso) });
  expect(await at("2029-12-31T23:59:59Z")).toMatchObject({ status: 202 });
  expect(await at("2030-01-01T00:00:00Z")).toMatchObject({ status: 404, body: { code: "unknown_endpoint" } });
});

test("more than the rate are asked to come back, and forgeries use up a budget of their own", async () => {
  const { url, secret } = await openEndpoint(
    { rate: { perMinute: 1, burst: 3 }, unverifiedRate: { perMinute: 1, burst: 2 } },
    "github",
  );
  const forged = async () => (await ring({ url })).status;
  expect([await forged(), await forged(), await forged(), await forged()]).toEqual([401, 401, 429, 429]);
  const real = () => ring({ url, headers: signedPush(secret, "{}") });
  const answers = [await real(), await real(), await real(), await real()];
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 429]);
  expect(Number(answers[3]?.headers["retry-after"])).toBeGreaterThanOrEqual(1);
});

test("a token beside the signature: both are needed, and neither is told or kept", async () => {
  const { actor, url, secret, id } = await openEndpoint(
    { token: { header: "X-Extra", value: "s3cret-token" } },
    "github",
  );
  const signed = () => signedPush(secret, "{}");
  expect(await ring({ url, headers: { ...signed(), "x-extra": "s3cret-token" } })).toMatchObject({ status: 202 });
  const refused = await ring({ url, headers: { ...signed(), "x-extra": "wrong" } });
  expect(refused).toMatchObject({ status: 401 });
  expect(await checkNames(actor, refused)).toEqual(["method", "size", "signature", "token!"]);
  expect(await ring({ url, headers: signed() })).toMatchObject({ status: 401 });
  expect(await ring({ url, headers: { "x-extra": "s3cret-token" } })).toMatchObject({ status: 401 });

  const changed = await changeEndpoint(actor, id, { options: { token: { header: "x-extra" } } });
  expect(JSON.stringify(changed)).not.toMatch(/s3cret-token|hash/);
  expect(await ring({ url, headers: { ...signed(), "x-extra": "s3cret-token" } })).toMatchObject({ status: 202 });
});

test("a handshake asks for a secret that still holds, not for one that has retired", async () => {
  const { actor, url, id } = await openEndpoint({}, "asana");
  await rotateSecret(actor, id, { value: "the first", overlapSeconds: 60 });
  await rotateSecret(actor, id, { value: "the second", overlapSeconds: 60 });
  const shakeHands = async (secret: string, nowMs: number) => {
    const answer = await ring({ url, body: "", headers: { "x-hook-secret": secret }, nowMs });
    return answer.status;
  };
  const nowMs = Date.now();
  expect(await shakeHands("the first", nowMs)).toBe(200);
  expect(await shakeHands("the first", nowMs + 61_000)).toBe(409);
  expect(await shakeHands("the second", nowMs + 61_000)).toBe(200);
});
