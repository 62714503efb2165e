import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { POST as createKey } from "@/app/api/v1/api-keys/route";
import { PATCH as changeConnection } from "@/app/api/v1/connections/[id]/route";
import { POST as createConnection } from "@/app/api/v1/connections/route";
import { POST as createEndpoint } from "@/app/api/v1/endpoints/route";
import type { ConnectionKind } from "@/lib/catalog/connections/define-connection";
import { connectionKinds } from "@/lib/catalog/connections/index";
import { sources } from "@/lib/catalog/sources/index";
import { shownSecrets } from "@/lib/catalog/sources/shown-secrets";
import type { Graph } from "@/lib/domain/workflow/graph";
import { pool } from "@/lib/platform/db";
import { createWorkflow } from "@/lib/services/create-workflow";
import { ensureOwner } from "@/lib/services/ensure-owner";
import { identifyKey } from "@/lib/services/identify-key";
import { listRuns } from "@/lib/services/list-runs";
import { publishWorkflow } from "@/lib/services/publish-workflow";
import { rotateSecret } from "@/lib/services/rotate-secret";
import { rotateUrl } from "@/lib/services/rotate-url";
import { signIn } from "@/lib/services/sign-in";
import { actorInUse, canary, credentials, keyInUse, post, ringAt, said, secrets, tokens } from "../support/canaries";
import { captureOutput } from "../support/capture-output";
import { secretsIn } from "../support/contains-secret";
import { dumpDatabase } from "../support/dump-database";
import { changeEnvironment } from "../support/environment";
import { askRoute, getRoutes, paramsFor } from "../support/get-routes";
import { type Receiver, startReceiver } from "../support/receiver";
import { signedPush } from "../support/ring";
import { provideTestRunner, publishFlow, waitForEnd } from "../support/test-runner";
import { provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();
provideTestRunner();

const tokenOf = (url: string) => url.slice(url.lastIndexOf("/") + 1);

let receiver: Receiver;
/** Is shown a connection's secret, and repeats it. */
let desk: Receiver;
let output: () => string;

beforeAll(async () => {
  receiver = await startReceiver([200]);
  desk = await startReceiver(({ headers }) => ({ status: 200, body: JSON.stringify(headers) }));
  changeEnvironment({
    DOORBELL_OWNER_EMAIL: "owner@example.com",
    DOORBELL_OWNER_PASSWORD: canary("owner_password"),
    DOORBELL_API_KEY: canary("environment_key_of_32_characters"),
    ALLOWED_TARGETS: "127.0.0.1",
  });
  output = captureOutput();
  await liveThrough();
  vi.restoreAllMocks();
}, 120_000);
afterAll(() => Promise.all([receiver.close(), desk.close()]));

/** Everything that may happen to a secret. */
async function liveThrough(): Promise<void> {
  await ensureOwner();
  await goThroughAccounts();
  for (const kind of connectionKinds) await goThroughConnections(kind);
  await signInWithConnection();
  const endpoint = await goThroughSecrets();
  await refuseInput();
  await failToStore(endpoint);
  for (const source of sources) await showSecret(source);
  await showSecondSecret();
}

async function goThroughAccounts(): Promise<void> {
  const browser = { address: "192.0.2.1", userAgent: "Test" };
  const email = "owner@example.com";
  secrets["session"] = (await signIn({ email, password: secrets["owner_password"] ?? "" }, browser)).token;
  await signIn({ email, password: canary("wrong_password") }, browser).catch((error: Error) =>
    said.push(error.message),
  );
  secrets["api_key"] = JSON.parse((await post(createKey, '{"name":"CI","role":"admin"}')).text).key;
  expect(await identifyKey(canary("wrong_key"))).toBeUndefined();
}

/** Given by the sender, made here, rotated; the ring accepted and refused; a run that sends on all that it was told. */
async function goThroughSecrets(): Promise<{ url: string; value: string }> {
  const actor = await actorInUse();
  const given = canary("given");
  const body = JSON.stringify({ name: "GitHub", source: "github", signingSecrets: [given, canary("given_second")] });
  const { id, url } = JSON.parse((await post(createEndpoint, body)).text);
  const { signingSecret } = JSON.parse((await post(createEndpoint, '{"name":"Made","source":"github"}')).text);
  secrets["made"] = signingSecret;
  await listen(id);
  expect(await ringAt(url, { body: "{}", headers: { ...signedPush(given, "{}"), ...credentials("accepted") } })).toBe(
    202,
  );
  expect(await ringAt(url, { body: "{}", headers: { ...signedPush("wrong", "{}"), ...credentials("refused") } })).toBe(
    401,
  );

  const value = canary("rotated");
  await rotateSecret(actor, id, { overlapSeconds: 60, value });
  secrets["rotated_made"] = (await rotateSecret(actor, id, { overlapSeconds: 60 })).signingSecret;
  expect(await ringAt(url, { body: "[1]", headers: signedPush(value, "[1]") })).toBe(202);
  const rotated = await rotateUrl(actor, id, { overlapSeconds: 60 });
  tokens.previous.set("before the rotation", tokenOf(url));
  tokens.present.set("after the rotation", tokenOf(rotated.url));
  expect(await ringAt(url, { body: "[2]", headers: signedPush(value, "[2]") })).toBe(202);
  return { url: rotated.url, value };
}

async function listen(endpointId: string): Promise<void> {
  const actor = await actorInUse();
  const { url } = receiver;
  const node = { name: "", position: { x: 0, y: 0 } };
  const all = "{{ trigger | json }}";
  const config = { method: "POST", url: `${url}/`, headers: [], body: all };
  const graph: Graph = {
    nodes: [
      { ...node, id: "ring", type: "webhook", config: { endpointId, eventTypes: [] } },
      { ...node, id: "tell", type: "http-request", config },
    ],
    edges: [{ from: "ring", port: "out", to: "tell" }],
  };
  const { id } = await createWorkflow(actor, { name: "Tells all", graph });
  await publishWorkflow(actor, id, { note: "" });
}

/** Saved, changed, refused, of every kind. */
async function goThroughConnections(kind: ConnectionKind): Promise<void> {
  const settings = { ...kind.sample };
  for (const key of kind.secretKeys) {
    const name = `${kind.id}_${key}`;
    const value = `canary_${name}_${randomBytes(12).toString("hex")}`;
    // Those that have to look in a certain way are as the sample has them.
    if (!kind.schema.safeParse({ ...settings, [key]: value }).success) continue;
    settings[key] = value;
    secrets[name] = value;
  }
  const made = await post(createConnection, JSON.stringify({ kind: kind.id, name: kind.name, settings }));
  expect(made.status).toBe(201);
  const { id } = JSON.parse(made.text);
  const renamed = await post(changeConnection, '{"name":"Renamed"}', { id });
  const refused = [
    await post(changeConnection, JSON.stringify({ settings: { nope: canary(`${kind.id}_misplaced`) } }), { id }),
    await post(createConnection, JSON.stringify({ kind: "nothing", name: "x", settings })),
  ];
  expect(refused.map(({ status }) => status)).toEqual([400, 400]);
  said.push(made.text, renamed.text, ...refused.map(({ text }) => text));
}

async function signInWithConnection(): Promise<void> {
  const settings = { token: canary("shown_to_the_desk") };
  const { text } = await post(createConnection, JSON.stringify({ kind: "bearer", name: "Desk", settings }));
  const config = { method: "POST", url: desk.url, headers: [], body: "{}", connectionId: JSON.parse(text).id };
  const { url } = await publishFlow(await actorInUse(), {
    nodes: [{ id: "tell", type: "http-request", config }],
    edges: [{ from: "ring", port: "out", to: "tell" }],
  });
  expect(await ringAt(url, {})).toBe(202);
}

async function refuseInput(): Promise<void> {
  for (const body of [
    `{"name":"x","signingSecrets":["${canary("malformed_json")}"`,
    JSON.stringify({ name: "x", source: "github", signingSecrets: [`${canary("too_long")}${"x".repeat(1_000)}`] }),
    JSON.stringify({ name: "x", source: "nobody", signingSecrets: [canary("of_no_source")] }),
    JSON.stringify({ name: "x", signingSecret: canary("misplaced") }),
  ]) {
    const { status, text } = await post(createEndpoint, body);
    expect(status).toBe(400);
    said.push(text);
  }
}

/** The log is told why, with all that PostgreSQL says. */
async function failToStore({ url, value }: { url: string; value: string }): Promise<void> {
  await pool().query("ALTER TABLE deliveries ADD CONSTRAINT none CHECK (method = 'none') NOT VALID");
  const headers = { ...signedPush(value, "[3]"), ...credentials("not_stored") };
  expect(await ringAt(url, { body: "[3]", headers })).toBe(503);
  await pool().query("ALTER TABLE deliveries DROP CONSTRAINT none");
  expect(output()).toMatch(/A ring could not be stored/);
}

/** At every source whose senders show their secret as it is; in a body it stays, which is kept to the letter. */
async function showSecret(source: (typeof sources)[number]): Promise<void> {
  const { headers, parameters } = shownSecrets(source);
  const places = [
    ...[...headers].map((name) => ({ headers: name })),
    ...[...parameters].map((name) => ({ query: name })),
  ];
  if (places.length === 0) return;
  const shown = canary(`shown_to_${source.id}`);
  const { status, text } = await post(
    createEndpoint,
    JSON.stringify({ name: "Shown", source: source.id, signingSecrets: [shown] }),
  );
  if (status !== 201) throw new Error(`An endpoint of ${source.id} cannot be made: ${text}`);
  const { url } = JSON.parse(text);
  for (const value of [shown, canary(`wrongly_shown_to_${source.id}`)])
    for (const place of places) {
      if ("headers" in place) await ringAt(url, { headers: { [place.headers]: value } });
      else await ringAt(url, { query: `a=1&${place.query}=${value}` });
    }
}

/** The header that an endpoint may ask for besides, whatever its name. */
async function showSecondSecret(): Promise<void> {
  const value = canary("second");
  const options = { token: { header: "x-second", value } };
  const { text } = await post(createEndpoint, JSON.stringify({ name: "Guarded", source: "anyone", options }));
  const { url, ...told } = JSON.parse(text);
  said.push(JSON.stringify(told));
  expect(await ringAt(url, { headers: { "X-Second": value } })).toBe(202);
  expect(await ringAt(url, { headers: { "X-Second": canary("wrong_second") } })).toBe(401);
}

test("no table holds a secret, nor an address's token", async () => {
  await runsToEnd();
  const found = (await dumpDatabase()).flatMap(({ table, text }) => secretsIn(table, text, [secrets, allTokens()]));
  expect(found).toEqual([]);
});

test("nothing that was printed holds one", () => {
  expect(output()).not.toBe("");
  expect(secretsIn("the output", output(), [secrets, allTokens()])).toEqual([]);
});

test("no answer to a sender and no refusal holds one", () => {
  expect(secretsIn("what was said", said.join("\n"), [secrets, allTokens()])).toEqual([]);
});

test("no step of a workflow can send one on", () => {
  expect(receiver.requests.length).toBeGreaterThan(0);
  expect(secretsIn("a request", JSON.stringify(receiver.requests), [secrets, allTokens()])).toEqual([]);
});

test("a connection's secret reaches its service, and nobody else", async () => {
  await runsToEnd();
  expect(desk.requests[0]?.headers.authorization).toBe(`Bearer ${secrets["shown_to_the_desk"]}`);
});

test("no answer of any GET route holds one, nor an earlier address", async () => {
  const routes = await getRoutes();
  const found: string[] = [];
  for (const route of routes)
    for (const params of await paramsFor(route, routes, keyInUse())) {
      const text = await askRoute(route, params, keyInUse());
      found.push(...secretsIn(route.path, text, [secrets, Object.fromEntries(tokens.previous)]));
    }
  expect(found).toEqual([]);
});

const allTokens = () => Object.fromEntries([...tokens.previous, ...tokens.present]);

async function runsToEnd(): Promise<void> {
  const actor = await actorInUse();
  const { items } = await listRuns(actor, { limit: 200 });
  expect(items.length).toBeGreaterThan(0);
  for (const { id } of items) await waitForEnd(actor, id);
}
