import { expect, test } from "vitest";
import type { Authorization, PlannedRequest } from "@/lib/domain/runs/effect";
import { requestTransport } from "@/lib/services/steps/request-transport";
import type { Receiver, Respond } from "../../support/receiver";
import { json, provideService } from "../../support/service";

const receive = provideService();
const giveTokens: Respond = (_, n) => json(200, { access_token: `access-token-${n}`, expires_in: 3_600 });
const SECRET = "a-client-secret";
const hide = (text: string) => text.replaceAll(SECRET, "••••");

const tokenFrom = (server: Receiver, header?: string): Authorization => ({
  kind: "token",
  request: { method: "POST", url: `${server.url}/token`, headers: [], body: `client_secret=${SECRET}` },
  ...(header ? { header } : {}),
});

function send(target: Receiver, authorization: Authorization) {
  const request: PlannedRequest = { method: "POST", url: `${target.url}/work`, headers: [], body: "{}" };
  const transport = requestTransport({ kind: "request", request, authorization }, request, hide);
  return transport.send({ idempotencyKey: "drb_key", timeoutMs: 2_000 });
}

test("a token is asked for and shown as a bearer's", async () => {
  const tokens = await receive(giveTokens);
  const target = await receive([200]);

  expect(await send(target, tokenFrom(tokens))).toMatchObject({ status: "succeeded" });
  expect(await send(target, tokenFrom(tokens))).toMatchObject({ status: "succeeded" });
  expect(target.requests.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer access-token-1",
    "Bearer access-token-1",
  ]);
  expect(tokens.requests).toHaveLength(1);
  expect(tokens.requests[0]?.headers["idempotency-key"]).toBeUndefined();
});

test("or in the header that the receiver wants it in", async () => {
  const target = await receive([200]);

  await send(target, tokenFrom(await receive(giveTokens), "X-Access-Token"));

  expect(target.requests[0]?.headers).toMatchObject({ "x-access-token": "access-token-1" });
  expect(target.requests[0]?.headers.authorization).toBeUndefined();
});

test("a token that is not taken any more is replaced, and the request sent once more with the same key", async () => {
  const tokens = await receive(giveTokens);
  const target = await receive([200, 401, 200]);

  await send(target, tokenFrom(tokens));
  expect(await send(target, tokenFrom(tokens))).toMatchObject({ status: "succeeded" });
  expect(target.requests.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer access-token-1",
    "Bearer access-token-1",
    "Bearer access-token-2",
  ]);
  expect(new Set(target.requests.map(({ headers }) => headers["idempotency-key"]))).toEqual(new Set(["drb_key"]));
});

test("a receiver that takes no token is not asked a third time", async () => {
  const target = await receive([401]);

  expect(await send(target, tokenFrom(await receive(giveTokens)))).toMatchObject({
    status: "failed",
    end: { kind: "answered", status: 401 },
    message: "It answered 401.",
  });
  expect(target.requests).toHaveLength(2);
});

test("without a token nothing is sent, and the attempt says why, without the secret that the answer repeats", async () => {
  const tokens = await receive([json(400, { error_description: `${SECRET} is wrong` })]);
  const target = await receive([200]);
  const message = `No access token was given: ${new URL(tokens.url).host} answered 400 (•••• is wrong).`;

  expect(await send(target, tokenFrom(tokens))).toMatchObject({
    status: "failed",
    end: { kind: "answered", status: 400 },
    output: { error: message },
    response: null,
    message,
  });
  expect(target.requests).toEqual([]);
});

test("an answer that repeats the token is kept without it", async () => {
  const target = await receive((request) => json(200, { you: request.headers }));

  const sent = await send(target, tokenFrom(await receive(giveTokens)));

  expect(sent).toMatchObject({ status: "succeeded", output: { body: { you: { authorization: "Bearer ••••" } } } });
  expect(JSON.stringify(sent)).not.toContain("access-token-1");
});

test("for AWS a request is signed with its Idempotency-Key, and so is its body", async () => {
  const target = await receive([200]);
  const key = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: SECRET, region: "eu-central-1", service: "s3" };

  expect(await send(target, { kind: "aws-v4", ...key })).toMatchObject({ status: "succeeded" });
  expect(target.requests[0]?.headers).toMatchObject({
    "x-amz-content-sha256": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    authorization: expect.stringMatching(
      /^AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE\/\d{8}\/eu-central-1\/s3\/aws4_request, SignedHeaders=host;idempotency-key;x-amz-content-sha256;x-amz-date, Signature=[0-9a-f]{64}$/,
    ),
  });
});
