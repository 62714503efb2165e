import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { basicAuthorization } from "@/lib/catalog/connections/with-credentials";
import type { Actor } from "@/lib/domain/accounts/actor";
import type { Role } from "@/lib/domain/accounts/role";
import { field } from "@/lib/domain/forms/field";
import { type Id, newId } from "@/lib/domain/ids";
import { changeConnection } from "@/lib/services/change-connection";
import { createConnection } from "@/lib/services/create-connection";
import { deleteConnection } from "@/lib/services/delete-connection";
import { deleteWorkflow } from "@/lib/services/delete-workflow";
import { listConnectionUses } from "@/lib/services/list-connection-uses";
import { listConnections } from "@/lib/services/list-connections";
import { openConnection } from "@/lib/services/open-connection";
import { probeConnection } from "@/lib/services/probe-connection";
import { publishWorkflow } from "@/lib/services/publish-workflow";
import { readConnection } from "@/lib/services/read-connection";
import { testConnection } from "@/lib/services/test-connection";
import { testConnectionDraft } from "@/lib/services/test-connection-draft";
import { type Receiver, startReceiver } from "../support/receiver";
import { provideTestRunner, publishFlow, runToEnd } from "../support/test-runner";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

process.env["ALLOWED_TARGETS"] = "127.0.0.1";
provideTestDatabase();
const runner = provideTestRunner();

const receivers: Receiver[] = [];
afterAll(() => Promise.all(receivers.map((receiver) => receiver.close())));

async function receive(respond?: Parameters<typeof startReceiver>[0]): Promise<Receiver> {
  const receiver = await startReceiver(respond);
  receivers.push(receiver);
  return receiver;
}

const ada = { kind: "basic", name: "Ada's desk", settings: { user: "ada", password: "ring-the-bell" } };
const as = (actor: Actor, role: Role): Actor => ({ ...actor, role });
const secretsOf = async ({ workspaceId }: Actor, id: string) => (await openConnection(workspaceId, id))?.credentials;

const tell = (url: string, connectionId: string) => ({
  id: "tell",
  type: "http-request",
  config: { method: "POST", url, headers: [], body: "{}", connectionId },
});
const EDGES = [{ from: "ring", port: "out", to: "tell" }];

test("what is saved is told without its secrets, and opens for runs only", async () => {
  const actor = await createTestWorkspace();
  const made = await createConnection(actor, ada);
  expect(made).toEqual({
    id: expect.stringMatching(/^con_[0-9a-f]{32}$/),
    kind: "basic",
    name: "Ada's desk",
    description: "ada",
    settings: { user: "ada" },
    secrets: ["password"],
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
    lastUsedAt: null,
  });
  expect(await readConnection(actor, made.id)).toEqual(made);
  expect(await listConnections(actor, { limit: 10 })).toEqual({ items: [made], next: null });
  expect(await secretsOf(actor, made.id)).toEqual({ user: "ada", password: "ring-the-bell" });
});

test("settings that the kind refuses are told by their place, without their values", async () => {
  const actor = await createTestWorkspace();
  await expect(createConnection(actor, { kind: "bearer", name: "x", settings: {} })).rejects.toMatchObject({
    code: "invalid_input",
    problems: [{ path: "settings.token", message: "Paste the token." }],
  });
  await expect(
    createConnection(actor, { kind: "api-key", name: "x", settings: { header: "not a header", key: "k" } }),
  ).rejects.toMatchObject({ problems: [{ path: "settings.header" }] });
  await expect(createConnection(actor, { ...ada, kind: "pigeon" })).rejects.toMatchObject({
    problems: [{ path: "kind" }],
  });
});

test("a secret that is left empty stays, and so does what is not named; null takes one away", async () => {
  const actor = await createTestWorkspace();
  const { id } = await createConnection(actor, ada);
  const changed = await changeConnection(actor, id, { name: "Desk", settings: { user: "bea", password: "" } });
  expect(changed).toMatchObject({ name: "Desk", description: "bea", settings: { user: "bea" } });
  expect(await secretsOf(actor, id)).toEqual({ user: "bea", password: "ring-the-bell" });
  await changeConnection(actor, id, { settings: { password: "a-new-one" } });
  expect(await secretsOf(actor, id)).toEqual({ user: "bea", password: "a-new-one" });
  await changeConnection(actor, id, { name: "Bea's desk" });
  expect(await readConnection(actor, id)).toMatchObject({ name: "Bea's desk", settings: { user: "bea" } });
  const without = await changeConnection(actor, id, { settings: { password: null } });
  expect(without).toMatchObject({ settings: { user: "bea" }, secrets: [] });
  expect(await secretsOf(actor, id)).toEqual({ user: "bea", password: "" });
  await expect(changeConnection(actor, id, { settings: { user: "" } })).rejects.toMatchObject({
    problems: [{ path: "settings.user", message: "Enter the user." }],
  });
  await expect(changeConnection(actor, id, { settings: { user: null } })).rejects.toMatchObject({
    problems: [{ path: "settings.user", message: "Enter the user." }],
  });
});

test("a run signs in with it, and it then says when it was used", async () => {
  const actor = await createTestWorkspace();
  const desk = await receive();
  const { id } = await createConnection(actor, ada);
  const { url } = await publishFlow(actor, { nodes: [tell(desk.url, id)], edges: EDGES });
  await runToEnd(actor, runner, { url });
  expect(desk.requests[0]?.headers.authorization).toBe(basicAuthorization("ada", "ring-the-bell"));
  await expect.poll(async () => (await readConnection(actor, id)).lastUsedAt).not.toBeNull();
});

test("one that a published workflow uses is deleted only by force; the refusal names the workflow", async () => {
  const actor = await createTestWorkspace();
  const { id } = await createConnection(actor, ada);
  const spare = await createConnection(actor, ada);
  const { workflowId } = await publishFlow(actor, { nodes: [tell("https://desk.example", id)], edges: EDGES });
  const uses = await listConnectionUses(actor, [id, spare.id]);
  expect([...uses]).toEqual([[id, [{ workflowId, name: "Flow" }]]]);
  await expect(deleteConnection(actor, id, { force: false })).rejects.toMatchObject({
    code: "conflict",
    message: "It is used by “Flow”. Without it, their runs fail.",
  });
  await deleteConnection(actor, spare.id, { force: false });
  await deleteConnection(actor, id, { force: true });
  expect((await listConnections(actor, { limit: 10 })).items).toEqual([]);
  await expect(publishWorkflow(actor, workflowId, { note: "" })).rejects.toMatchObject({
    code: "not_publishable",
    problems: [{ path: "tell.connectionId" }],
  });
});

test("a deleted workflow uses none any more", async () => {
  const actor = await createTestWorkspace();
  const { id } = await createConnection(actor, ada);
  const { workflowId } = await publishFlow(actor, { nodes: [tell("https://desk.example", id)], edges: EDGES });
  await deleteWorkflow(actor, workflowId);
  await deleteConnection(actor, id, { force: false });
});

test("another workspace's connection is not found, whatever is done with it", async () => {
  const [owner, stranger] = [await createTestWorkspace(), await createTestWorkspace()];
  const { id } = await createConnection(owner, ada);
  for (const attempt of [
    () => readConnection(stranger, id),
    () => changeConnection(stranger, id, { name: "Mine" }),
    () => changeConnection(stranger, id, { settings: { user: "eve" } }),
    () => deleteConnection(stranger, id, { force: true }),
    () => testConnection(stranger, id, {}),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: "not_found", status: 404 });
  expect((await listConnections(stranger, { limit: 10 })).items).toEqual([]);
  expect((await listConnectionUses(stranger, [id])).size).toBe(0);
  await expect(
    publishFlow(stranger, { nodes: [tell("https://desk.example", id)], edges: EDGES }),
  ).rejects.toMatchObject({ problems: [{ path: "tell.connectionId" }] });
  expect(await readConnection(owner, id)).toMatchObject({ name: "Ada's desk" });
});

test("viewers read, editors try what is saved, and only admins change", async () => {
  const actor = await createTestWorkspace();
  const { id } = await createConnection(actor, ada);
  const [viewer, editor] = [as(actor, "viewer"), as(actor, "editor")];
  expect(await readConnection(viewer, id)).toMatchObject({ id });
  for (const attempt of [
    () => createConnection(editor, ada),
    () => changeConnection(editor, id, { name: "x" }),
    () => deleteConnection(editor, id, { force: true }),
    () => testConnection(viewer, id, {}),
    () => testConnection(editor, id, { settings: { user: "x" } }),
    () => testConnectionDraft(editor, ada),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  // Allowed, but this kind has no service to ask.
  for (const attempt of [() => testConnection(editor, id, {}), () => testConnectionDraft(actor, ada)])
    await expect(attempt()).rejects.toMatchObject({ code: "conflict" });
});

const deskKind = (url: string) =>
  defineConnection({
    id: "desk",
    name: "Desk",
    summary: "A desk.",
    docsUrl: "https://desk.example",
    setup: [],
    config: z.strictObject({ token: field(z.string(), { label: "Token", widget: "secret" }) }),
    sample: { token: "a-token" },
    test: ({ token }) => ({
      request: { method: "GET", url: `${url}/me`, headers: [{ name: "x-token", value: token }], body: "" },
      read: ({ body }) =>
        JSON.stringify(body).includes('"ok":false')
          ? { ok: false, message: "The desk does not know this token." }
          : { ok: true, output: body },
    }),
  });

const anybody = (): Id<"workspace"> => newId("workspace");
const credentials = { token: "open-sesame" };

test("a test says whether the service accepted it, and repeats no secret that the service repeats", async () => {
  const desk = await receive((_, n) => {
    if (n === 1) return 200;
    const headers = { "content-type": "application/json" };
    if (n === 2) return { status: 401, headers, body: '{"message":"open-sesame is no token"}' };
    return { status: 200, headers, body: '{"ok":false}' };
  });
  const kind = deskKind(desk.url);
  const workspaceId = anybody();
  const host = new URL(desk.url).host;
  expect(await probeConnection(workspaceId, { kind, credentials })).toEqual({
    ok: true,
    status: 200,
    message: `It works: ${host} accepted it.`,
  });
  expect(desk.requests[0]).toMatchObject({ method: "GET", path: "/me", headers: { "x-token": "open-sesame" } });
  const refused = await probeConnection(workspaceId, { kind, credentials });
  expect(refused).toMatchObject({ ok: false, status: 401 });
  expect(refused.message).toMatch(/did not accept these credentials/);
  expect(refused.message).not.toContain("sesame");
  expect(await probeConnection(workspaceId, { kind, credentials })).toEqual({
    ok: false,
    status: 200,
    message: "The desk does not know this token.",
  });
});

test("a test reaches no further than a run does", async () => {
  const kind = deskKind("http://169.254.169.254");
  const tested = await probeConnection(anybody(), { kind, credentials });
  expect(tested).toMatchObject({ ok: false, status: null, message: expect.stringMatching(/^Blocked/) });
});

test("ten tests a minute, for each workspace", async () => {
  const desk = await receive();
  const kind = deskKind(desk.url);
  const workspaceId = anybody();
  for (let n = 0; n < 10; n++) await probeConnection(workspaceId, { kind, credentials });
  await expect(probeConnection(workspaceId, { kind, credentials })).rejects.toMatchObject({ code: "rate_limited" });
  expect(await probeConnection(anybody(), { kind, credentials })).toMatchObject({ ok: true });
});
