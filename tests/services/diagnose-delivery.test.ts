import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { newId } from "@/lib/domain/ids";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { diagnoseDelivery } from "@/lib/services/diagnose-delivery";
import { readDelivery } from "@/lib/services/read-delivery";
import { rotateSecret } from "@/lib/services/rotate-secret";
import { ring, signedPush } from "../support/ring";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

const BODY = '{"zen":"Keep the light on."}';

async function openEndpoint(source = "github", options: Record<string, unknown> = {}, secret?: string) {
  const actor = await createTestWorkspace();
  const signingSecrets = secret === undefined ? undefined : [secret];
  const endpoint = await createEndpoint(actor, {
    name: "Door",
    source,
    options,
    ...(signingSecrets && { signingSecrets }),
  });
  return { actor, ...endpoint, secret: endpoint.signingSecret ?? "" };
}

type Sent = Parameters<typeof ring>[0];

async function refuse(sent: Sent): Promise<`dlv_${string}`> {
  const { status, body } = await ring({ body: BODY, ...sent });
  expect(status).toBe(401);
  return (body as { delivery: `dlv_${string}` }).delivery;
}

test("the mistake is named, the delivery stays refused, and the answer holds no secret", async () => {
  const { actor, url, secret } = await openEndpoint();
  const id = await refuse({ url, headers: signedPush(`${secret}\n`, BODY) });
  const before = await readDelivery(actor, id);
  const diagnosis = await diagnoseDelivery(actor, id);
  expect(diagnosis.findings).toMatchObject([{ kind: "key-form", sentence: expect.stringContaining("a line break") }]);
  expect(diagnosis.tried).toBeGreaterThan(1);
  expect(JSON.stringify(diagnosis)).not.toContain(secret);
  expect(await readDelivery(actor, id)).toEqual(before);
  expect(before.verdict).toBe("rejected");
});

test("the secret of another endpoint of the workspace is named by its endpoint, one of another workspace is not", async () => {
  const { actor, url } = await openEndpoint();
  const shop = await createEndpoint(actor, { name: "Shop", source: "github", options: {} });
  const id = await refuse({ url, headers: signedPush(shop.signingSecret ?? "", BODY) });
  expect((await diagnoseDelivery(actor, id)).findings).toMatchObject([
    { kind: "other-secret", sentence: "The sender used the secret of the endpoint “Shop”." },
  ]);
  const stranger = await openEndpoint();
  const other = await refuse({ url, headers: signedPush(stranger.secret, BODY) });
  expect((await diagnoseDelivery(actor, other)).findings).toEqual([]);
});

test("a secret that was replaced is named with its day, and one made since, too", async () => {
  const { actor, id, url, secret } = await openEndpoint();
  const early = await refuse({ url, headers: signedPush("the new secret", BODY) });
  await rotateSecret(actor, id, { overlapSeconds: 0, value: "the new secret" });
  const late = await refuse({ url, headers: signedPush(secret, BODY), nowMs: Date.now() + 5 });
  expect((await diagnoseDelivery(actor, early)).findings).toMatchObject([
    { kind: "other-secret", sentence: expect.stringContaining("made after this arrived") },
  ]);
  expect((await diagnoseDelivery(actor, late)).findings).toMatchObject([
    { kind: "other-secret", sentence: expect.stringMatching(/revoked on \d+ \w+ \d{4}/) },
  ]);
});

test("another sender's way is named, and another way of the same sender", async () => {
  const secret = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;
  const { actor, url } = await openEndpoint("github", {}, secret);
  const time = Math.floor(Date.now() / 1_000);
  const key = Buffer.alloc(24, 7);
  const signature = createHmac("sha256", key).update(`msg_1.${time}.${BODY}`).digest("base64");
  const standard = { "webhook-id": "msg_1", "webhook-timestamp": `${time}`, "webhook-signature": `v1,${signature}` };
  const id = await refuse({ url, headers: standard });
  expect((await diagnoseDelivery(actor, id)).findings).toMatchObject([
    { kind: "other-source", sentence: expect.stringMatching(/Standard Webhooks.*expects GitHub/) },
  ]);
  const sha1 = createHmac("sha1", secret).update(BODY).digest("hex");
  const legacy = await refuse({ url, headers: { "x-hub-signature": `sha1=${sha1}` } });
  expect((await diagnoseDelivery(actor, legacy)).findings).toMatchObject([
    { kind: "other-source", sentence: expect.stringContaining("github-sha1-legacy") },
  ]);
});

test.each(["svix", "clerk", "resend"])(
  "%s: a mistake under either name of its headers is named alone",
  async (source) => {
    const key = Buffer.alloc(24, 7);
    const { actor, url } = await openEndpoint(source, {}, `whsec_${key.toString("base64")}`);
    const time = Math.floor(Date.now() / 1_000) - 7_200;
    const signature = `v1,${createHmac("sha256", key).update(`msg_1.${time}.${BODY}`).digest("base64")}`;
    for (const name of ["svix", "webhook"]) {
      const headers = { [`${name}-id`]: "msg_1", [`${name}-timestamp`]: `${time}`, [`${name}-signature`]: signature };
      const { findings } = await diagnoseDelivery(actor, await refuse({ url, headers }));
      expect(findings).toMatchObject([
        { kind: "clock", sentence: expect.stringContaining("2 hours before it arrived") },
      ]);
    }
  },
);

test("what has to be proven beside a token is looked at once the token is right", async () => {
  const { actor, url, secret } = await openEndpoint("microsoft-graph", {
    appId: "8e46aaaa-0000-4b1e-8790-ee0fb5d60001",
  });
  const notify = (clientState: string) => {
    return refuse({ url, body: JSON.stringify({ value: [{ clientState, encryptedContent: { data: "" } }] }) });
  };
  expect((await diagnoseDelivery(actor, await notify(`${secret} `))).findings).toMatchObject([{ kind: "key-form" }]);
  expect((await diagnoseDelivery(actor, await notify(secret))).findings).toMatchObject([
    { kind: "header", sentence: expect.stringContaining("no token came with them") },
  ]);
});

test("the address that is signed is the one that the door had", async () => {
  const recipe = { signedContent: "{url}{body}" };
  const { actor, url, secret } = await openEndpoint("hmac", { recipe, publicUrl: "https://door.example/in" });
  const headers = {
    "x-signature": createHmac("sha256", secret).update(`http://door.example/in?a=1${BODY}`).digest("hex"),
  };
  const id = await refuse({ url, query: "a=1", headers });
  expect((await diagnoseDelivery(actor, id)).findings).toMatchObject([{ kind: "url" }]);
});

test("a proof that the log does not keep is said to be out of sight, and a token beside it to be missing", async () => {
  const recipe = { header: "authorization", prefix: "HMAC " };
  const hidden = await openEndpoint("hmac", { recipe });
  const id = await refuse({ url: hidden.url, headers: { authorization: "HMAC 00" } });
  expect((await diagnoseDelivery(hidden.actor, id)).findings).toMatchObject([
    { kind: "header", sentence: expect.stringContaining("the log does not keep") },
  ]);
  const { actor, url, secret } = await openEndpoint("github", { token: { header: "x-extra", value: "s3cret" } });
  const beside = await refuse({ url, headers: signedPush(secret, BODY) });
  expect(await diagnoseDelivery(actor, beside)).toMatchObject({
    tried: 0,
    findings: [{ kind: "header", sentence: expect.stringContaining("the token in the header x-extra") }],
  });
});

test("only admins may ask, only of their own workspace, and only about what was not verified", async () => {
  const { actor, url, secret } = await openEndpoint();
  const id = await refuse({ url });
  for (const role of ["editor", "viewer"] as const) {
    await expect(diagnoseDelivery({ ...actor, role }, id)).rejects.toMatchObject({ code: "forbidden" });
  }
  expect((await diagnoseDelivery({ ...actor, role: "admin" }, id)).findings).toMatchObject([{ kind: "header" }]);
  await expect(diagnoseDelivery(await createTestWorkspace(), id)).rejects.toMatchObject({ code: "not_found" });
  const { body } = await ring({ url, body: BODY, headers: signedPush(secret, BODY) });
  const accepted = (body as { delivery: `dlv_${string}` }).delivery;
  await expect(diagnoseDelivery(actor, accepted)).rejects.toMatchObject({ code: "conflict" });
});

test("the eleventh within a minute is asked to come back", async () => {
  const actor = await createTestWorkspace();
  const ask = () => diagnoseDelivery(actor, newId("delivery"));
  const answers = await Promise.allSettled(Array.from({ length: 11 }, ask));
  const codes = answers.map((answer) => answer.status === "rejected" && answer.reason.code);
  expect(codes.filter((code) => code === "not_found")).toHaveLength(10);
  expect(codes.filter((code) => code === "rate_limited")).toHaveLength(1);
});
