import { expect, test, vi } from "vitest";
import { z } from "zod";
import { openRoute, route } from "@/app/api/define-route";
import type { ApiKeyRole } from "@/lib/domain/accounts/api-key";
import { DoorbellError } from "@/lib/domain/errors";
import { newId, toUuid } from "@/lib/domain/ids";
import { db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { createApiKey } from "@/lib/services/create-api-key";
import { createSession } from "@/lib/stores/sessions";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

const URL_ASKED = "http://bell.example/api/v1/things";
const context = (params: Record<string, string> = {}) => ({ params: Promise.resolve(params) });

async function keyHeaders(role: ApiKeyRole = "editor") {
  const { key } = await createApiKey(await createTestWorkspace(), { name: "Test", role });
  return { authorization: `Bearer ${key}` };
}

async function cookieHeaders() {
  const { workspaceId } = await createTestWorkspace();
  const userId = newId("user");
  const token = `token-of-${userId}`;
  await db().user.create({
    data: {
      id: toUuid(userId),
      email: `${userId}@example.com`,
      name: "Ada",
      passwordHash: "",
      members: { create: { workspaceId: toUuid(workspaceId), role: "editor" } },
    },
  });
  const createdAt = new Date();
  const expiresAt = new Date(Date.now() + 60_000);
  await createSession(userId, { tokenHash: sha256(token), userAgent: "", createdAt, expiresAt });
  return { cookie: `other=1; next-auth.session-token=${token}`, host: "bell.example" };
}

const ask = (headers: Record<string, string>, init: RequestInit = {}) => new Request(URL_ASKED, { ...init, headers });
const whoami = route({}, ({ actor }) => actor);

test("without a key or a session the answer is 401, says how to ask, and is never cached", async () => {
  const response = await whoami(ask({}), context());
  expect(response.status).toBe(401);
  expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toMatchObject({ code: "unauthenticated", error: expect.any(String) });
});

test.each(["Bearer nonsense", "Basic YTpi", "Bearer", ""])(
  "a wrong key is refused, whatever cookie is beside it: %s",
  async (authorization) => {
    const response = await whoami(ask({ ...(await cookieHeaders()), authorization }), context());
    expect(response.status).toBe(401);
  },
);

test("an API key and a session say who is asking", async () => {
  expect(await (await whoami(ask(await keyHeaders("viewer")), context())).json()).toMatchObject({
    role: "viewer",
    userId: null,
  });
  expect(await (await whoami(ask(await cookieHeaders()), context())).json()).toMatchObject({
    role: "editor",
    userId: expect.stringMatching(/^usr_/),
  });
});

test.each([
  [undefined, 403],
  ["null", 403],
  ["https://evil.example", 403],
  ["http://bell.example.evil.example", 403],
  ["http://bell.example", 200],
])("a change with a session's cookie from a page at %s is answered %d", async (origin, status) => {
  const headers = { ...(await cookieHeaders()), ...(origin ? { origin } : {}) };
  expect((await whoami(ask(headers, { method: "POST" }), context())).status).toBe(status);
});

test("a change with an API key needs no origin", async () => {
  expect((await whoami(ask(await keyHeaders(), { method: "POST" }), context())).status).toBe(200);
});

test("a role that may not is refused before the input is looked at", async () => {
  const guarded = route({ permission: "secret:write", input: z.object({ a: z.string() }) }, () => "never");
  const response = await guarded(ask(await keyHeaders("editor"), { method: "POST", body: "{" }), context());
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: "forbidden" });
});

const Thing = z.strictObject({ name: z.string().default("none"), size: z.number().optional() });
const make = openRoute({ input: Thing, status: 201 }, ({ input }) => input);
const post = (body: BodyInit) => make(new Request(URL_ASKED, { method: "POST", body }), context());

test("what was made is answered with 201, and an empty body is read as {}", async () => {
  const response = await post('{"name":"x","size":60.0}');
  expect(response.status).toBe(201);
  expect(await response.json()).toEqual({ name: "x", size: 60 });
  expect(await (await post("")).json()).toEqual({ name: "none" });
});

test.each([
  ["{", 400, "malformed_body"],
  ["[".repeat(100_000), 400, "malformed_body"],
  [new Uint8Array([0x22, 0xff, 0x22]), 400, "malformed_body"],
  ["null", 400, "invalid_input"],
  ['{"name":1}', 400, "invalid_input"],
  ['{"unknown":1}', 400, "invalid_input"],
  [`{"name":"${"x".repeat(2_100_000)}"}`, 413, "too_large"],
] as const)("bad input %# is the caller's fault, and says so", async (body, status, code) => {
  const response = await post(body);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ code, error: expect.any(String) });
});

test("problems name the places where they are", async () => {
  const answer = await (await post('{"name":1,"size":"x"}')).json();
  expect(answer.problems.map(({ path }: { path: string }) => path)).toEqual(["name", "size"]);
});

test("a key named __proto__ changes nothing", async () => {
  const anything = openRoute({ input: z.looseObject({}) }, ({ input }) => ({ polluted: "polluted" in input }));
  const response = await anything(
    new Request(URL_ASKED, { method: "POST", body: '{"__proto__":{"polluted":1}}' }),
    context(),
  );
  expect(await response.json()).toEqual({ polluted: false });
});

test("an address that cannot name anything is not found; a wrong query says what is wrong", async () => {
  const one = openRoute(
    { params: z.object({ id: z.string().regex(/^a$/) }), query: z.object({ limit: z.coerce.number() }) },
    () => 1,
  );
  expect((await one(new Request(URL_ASKED), context({ id: "b" }))).status).toBe(404);
  const response = await one(new Request(`${URL_ASKED}?limit=x`), context({ id: "a" }));
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ problems: [{ path: "limit" }] });
});

test("without a value the answer is 204; a response of one's own passes", async () => {
  const asked = new Request(URL_ASKED);
  expect((await openRoute({ status: 201 }, () => undefined)(asked, context())).status).toBe(204);
  expect((await openRoute({}, () => new Response("x", { status: 418 }))(asked, context())).status).toBe(418);
});

async function thrown(error: unknown): Promise<Response> {
  const silent = vi.spyOn(console, "error").mockImplementation(() => undefined);
  try {
    return await openRoute({}, () => Promise.reject(error))(new Request(URL_ASKED), context());
  } finally {
    silent.mockRestore();
  }
}

test("a bug is told with one bland sentence, and nothing of it", async () => {
  const response = await thrown(new Error("secret at /srv/app/main.ts:1"));
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({
    error: "Something went wrong on our side. It has been logged.",
    code: "internal",
  });
});

test("a refusal keeps its code, problems and time to wait", async () => {
  const problems = [{ path: "a", message: "b" }];
  const response = await thrown(new DoorbellError("rate_limited", "Slowly.", { retryAfterSeconds: 7, problems }));
  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe("7");
  expect(await response.json()).toEqual({ error: "Slowly.", code: "rate_limited", problems });
});

test("pages of other sites cannot use an open route either", async () => {
  const asked = new Request(URL_ASKED, {
    method: "POST",
    headers: { origin: "https://evil.example", host: "bell.example" },
  });
  expect((await make(asked, context())).status).toBe(403);
});
