import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { closeDatabase } from "@/lib/platform/db";
import { setDatabaseUrl } from "@/lib/platform/env";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { callApi } from "../support/api";
import { API_KEY, type App, startApp } from "../support/app";
import { createTestDatabase } from "../support/database";
import { createTestWorkspace } from "../support/test-workspace";

let app: App;
let databaseUrl: string;
beforeAll(async () => {
  const database = await createTestDatabase();
  databaseUrl = database.url;
  app = await startApp({ env: { DATABASE_URL: database.url } });
  return async () => {
    await app.stop();
    await database.drop();
  };
});

const call = (request: string, input?: unknown) => callApi(app, request, input);
const Made = z.looseObject({ id: z.string(), revision: z.number() });
const makeWorkflow = async (graph: object = { nodes: [], edges: [] }) =>
  Made.parse((await call("POST /workflows", { name: "Flow", graph })).body);

function expectRefusal({ status, body }: { status: number; body: unknown }, expected: [number, string]): void {
  expect(body).toMatchObject({ error: expect.stringMatching(/\w/), code: expected[1] });
  expect(status).toBe(expected[0]);
}

test.each([
  ["a wrong key", `Bearer ${API_KEY}x`],
  ["no key", undefined],
  ["another scheme", `Basic ${API_KEY}`],
  ["an empty key", "Bearer "],
])("%s", async (_, authorization) => {
  for (const path of ["/endpoints", `/runs/run_${"0".repeat(32)}`]) {
    const response = await fetch(`${app.url}/api/v1${path}`, { headers: authorization ? { authorization } : {} });
    expectRefusal({ status: response.status, body: await response.json() }, [401, "unauthenticated"]);
  }
});

test("somebody else's things are not there", async () => {
  setDatabaseUrl(databaseUrl);
  const other = await createEndpoint(await createTestWorkspace(), { name: "Theirs", source: "anyone", options: {} });
  await closeDatabase();
  const strange = `0${"1".repeat(31)}`;
  for (const request of [
    `GET /endpoints/${other.id}`,
    `DELETE /endpoints/${other.id}`,
    `GET /endpoints/${other.id}/secrets`,
    `POST /endpoints/${other.id}/secrets/rotate`,
    `POST /endpoints/${other.id}/rotate-url`,
    "GET /endpoints/end_1",
    "GET /endpoints/x",
    `GET /deliveries/dlv_${strange}`,
    `GET /deliveries/dlv_${strange}/body`,
    `GET /runs/run_${strange}`,
    `GET /workflows/wfl_${strange}`,
    `POST /workflows/wfl_${strange}/publish`,
    `GET /workflows/wfl_${strange}/versions`,
  ]) {
    const input = request.startsWith("POST") ? {} : undefined;
    expectRefusal(await call(request, input), [404, "not_found"]);
  }
  expectRefusal(await call(`PATCH /endpoints/${other.id}`, { name: "Mine" }), [404, "not_found"]);
  const graph = {
    nodes: [{ id: "ring", type: "webhook", config: { endpointId: other.id, eventTypes: [] } }],
    edges: [],
  };
  const { id } = await makeWorkflow(graph);
  expectRefusal(await call(`POST /workflows/${id}/publish`, {}), [422, "not_publishable"]);
});

test.each(["/%zz", "/deliveries/%ff", "/api/v1/endpoints/%", "/api/v1/nothing", "/nothing"])(
  "%s is not there",
  async (path) => {
    const headers = { authorization: `Bearer ${API_KEY}` };
    expect((await fetch(app.url + path, { headers, redirect: "manual" })).status).toBe(
      path.startsWith("/deliveries") ? 307 : 404,
    );
  },
);

test("a draft that somebody else has saved meanwhile", async () => {
  const { id, revision } = await makeWorkflow();
  const graph = { nodes: [], edges: [] };
  expect((await call(`PUT /workflows/${id}/draft`, { graph, revision })).status).toBe(200);
  expectRefusal(await call(`PUT /workflows/${id}/draft`, { graph, revision }), [409, "stale_revision"]);
});

test("a drawing that cannot run", async () => {
  const { id } = await makeWorkflow();
  expectRefusal(await call(`POST /workflows/${id}/publish`, {}), [422, "not_publishable"]);
});

test.each([
  ["no JSON", "{", [400, "malformed_body"]],
  ["no UTF-8", Buffer.from([0xff]), [400, "malformed_body"]],
  ["a list", "[]", [400, "invalid_input"]],
  ["no name", "{}", [400, "invalid_input"]],
  ["a source that there is not", '{"name": "x", "source": "nobody"}', [400, "invalid_input"]],
  ["something unheard of", '{"name": "x", "surprise": 1}', [400, "invalid_input"]],
  ["too much", Buffer.alloc(2_100_000, 32), [413, "too_large"]],
] as const)("%s is no endpoint", async (_, body, [status, code]) => {
  const headers = { authorization: `Bearer ${API_KEY}`, "content-type": "application/json" };
  const response = await fetch(`${app.url}/api/v1/endpoints`, { method: "POST", headers, body });
  expectRefusal({ status: response.status, body: await response.json() }, [status, code]);
});

afterAll(() => expect(app.output()).not.toMatch(/"level":"error"/));
