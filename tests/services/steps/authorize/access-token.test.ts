import { expect, test } from "vitest";
import { accessToken, forgetToken, type TokenAuthorization } from "@/lib/services/steps/authorize/access-token";
import type { Receiver, Respond } from "../../../support/receiver";
import { json, provideService } from "../../../support/service";

const start = provideService();
const NOW_MS = Date.parse("2026-11-25T12:00:00Z");
const numbered =
  (more: object): Respond =>
  (_, n) =>
    json(200, { access_token: `token-${n}`, token_type: "Bearer", ...more });

async function receive(respond: Respond): Promise<{ server: Receiver; authorization: TokenAuthorization }> {
  const server = await start(respond);
  const body = "grant_type=client_credentials&client_id=doorbell&client_secret=a+secret";
  const headers = [{ name: "content-type", value: "application/x-www-form-urlencoded" }];
  return {
    server,
    authorization: { kind: "token", request: { method: "POST", url: `${server.url}/token`, headers, body } },
  };
}

const ask = (authorization: TokenAuthorization, nowMs = NOW_MS) =>
  accessToken(authorization, { timeoutMs: 2_000, nowMs });

test("a token is asked for once, and again a minute before its end", async () => {
  const { server, authorization } = await receive(numbered({ expires_in: 3_600 }));

  expect(await ask(authorization)).toMatchObject({ ok: true, token: "token-1" });
  expect(await ask(authorization, NOW_MS + 3_539_000)).toMatchObject({ token: "token-1" });
  expect(await ask(authorization, NOW_MS + 3_541_000)).toMatchObject({ token: "token-2" });
  expect(server.requests[0]).toMatchObject({
    method: "POST",
    path: "/token",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "grant_type=client_credentials&client_id=doorbell&client_secret=a+secret",
  });
});

test.each([
  { what: "that is good for a minute is shown for half of it", more: { expires_in: "60" }, goodMs: 30_000 },
  { what: "whose answer does not say how long it is good is shown for nine minutes", more: {}, goodMs: 540_000 },
  { what: "whose answer says nonsense about that, too", more: { expires_in: "soon" }, goodMs: 540_000 },
])("a token $what", async ({ more, goodMs }) => {
  const { authorization } = await receive(numbered(more));

  await ask(authorization);
  expect(await ask(authorization, NOW_MS + goodMs - 1_000)).toMatchObject({ token: "token-1" });
  expect(await ask(authorization, NOW_MS + goodMs + 1_000)).toMatchObject({ token: "token-2" });
});

test("many who need it at once ask once", async () => {
  const { server, authorization } = await receive(numbered({ expires_in: 3_600 }));

  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(authorization)));

  expect(new Set(answers.map((answer) => answer.ok && answer.token))).toEqual(new Set(["token-1"]));
  expect(server.requests).toHaveLength(1);
});

test("other credentials get a token of their own", async () => {
  const { server, authorization } = await receive(numbered({ expires_in: 3_600 }));
  if (authorization.kind !== "token") throw new Error("It asks in another way.");
  const other = { ...authorization, request: { ...authorization.request, body: "client_secret=another" } };

  expect(await ask(authorization)).toMatchObject({ token: "token-1" });
  expect(await ask(other)).toMatchObject({ token: "token-2" });
  expect(server.requests).toHaveLength(2);
});

test("a token that was refused is forgotten, but not the one that has replaced it", async () => {
  const { authorization } = await receive(numbered({ expires_in: 3_600 }));

  await ask(authorization);
  await forgetToken(authorization, "token-1");
  expect(await ask(authorization)).toMatchObject({ token: "token-2" });
  await forgetToken(authorization, "token-1");
  expect(await ask(authorization)).toMatchObject({ token: "token-2" });
});

test("a failure says who answered what, ends as that answer does, and is not remembered", async () => {
  const { server, authorization } = await receive([
    json(401, { error: "invalid_client", error_description: "The secret is wrong" }),
    json(200, { access_token: "token-2" }),
  ]);

  expect(await ask(authorization)).toMatchObject({
    ok: false,
    status: "failed",
    end: { kind: "answered", status: 401 },
    message: `No access token was given: ${new URL(server.url).host} answered 401 (The secret is wrong).`,
  });
  expect(await ask(authorization)).toMatchObject({ ok: true, token: "token-2" });
});

test("an answer without a token is a failure for good", async () => {
  const { server, authorization } = await receive([json(200, { hello: "world" })]);

  expect(await ask(authorization)).toMatchObject({
    end: { kind: "refused", isWorthRetrying: false },
    message: `No access token was given: there is none in what ${new URL(server.url).host} answered.`,
  });
});

test("no answer is worth another try, since nothing that does anything was sent", async () => {
  const { authorization } = await receive(["reset"]);

  expect(await ask(authorization)).toMatchObject({ status: "failed", end: { kind: "failed", sent: false } });
});

test("an address that is not allowed is not asked", async () => {
  const headers = [{ name: "content-type", value: "application/x-www-form-urlencoded" }];
  const request = { method: "POST", url: "http://169.254.169.254/token", headers, body: "" };

  expect(await ask({ kind: "token", request })).toMatchObject({ status: "blocked", end: { kind: "blocked" } });
});

test("a service account with a key that cannot be read says what to do", async () => {
  const account = {
    email: "doorbell@project.example",
    privateKey: "no key",
    scope: "a",
    tokenUrl: "https://a.invalid/",
  };

  expect(await ask({ kind: "google", ...account })).toMatchObject({
    ok: false,
    message: "The private key in the connection's key file cannot be read. Paste the whole file again.",
  });
});
