import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Actor } from "@/lib/domain/accounts/actor";
import { DoorbellError } from "@/lib/domain/errors";
import type { Graph } from "@/lib/domain/workflow/graph";
import { changeEndpoint } from "@/lib/services/change-endpoint";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { createWorkflow } from "@/lib/services/create-workflow";
import { deleteEndpoint } from "@/lib/services/delete-endpoint";
import { listDeliveries } from "@/lib/services/list-deliveries";
import { publishWorkflow } from "@/lib/services/publish-workflow";
import { readDelivery, readDeliveryBody } from "@/lib/services/read-delivery";
import { setWorkflowStatus } from "@/lib/services/set-workflow-status";
import { ring, signedPush } from "../support/ring";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

const PUSH = '{ "ref": "refs/heads/main",\n  "pusher": { "name": "Ünal" } }';

async function githubEndpoint(actor: Actor) {
  const endpoint = await createEndpoint(actor, { name: "GitHub", source: "github", options: {} });
  return { ...endpoint, secret: endpoint.signingSecret ?? "" };
}

async function listen(actor: Actor, endpointId: string, eventTypes: string[] = []) {
  const graph: Graph = {
    nodes: [{ id: "ring", type: "webhook", name: "", position: { x: 0, y: 0 }, config: { endpointId, eventTypes } }],
    edges: [],
  };
  const workflow = await createWorkflow(actor, { name: "Listening", graph });
  await publishWorkflow(actor, workflow.id, { note: "" });
  return workflow;
}

const deliveriesOf = async (actor: Actor) => (await listDeliveries(actor, { limit: 100 })).items;

test("a signed delivery is kept byte for byte, with what it was and who signed it, and queues a run", async () => {
  const actor = await createTestWorkspace();
  const endpoint = await githubEndpoint(actor);
  const workflow = await listen(actor, endpoint.id, ["push"]);

  const answer = await ring({ url: endpoint.url, body: PUSH, headers: signedPush(endpoint.secret, PUSH, "guid-1") });

  expect(answer).toMatchObject({ status: 202, body: { verdict: "accepted" } });
  expect(answer.queued).toMatchObject([{ workflowId: workflow.id, version: 1, nodeId: "ring" }]);
  const [summary] = await deliveriesOf(actor);
  const delivery = await readDelivery(actor, summary?.id ?? "dlv_");
  expect(delivery).toMatchObject({
    endpointId: endpoint.id,
    verdict: "accepted",
    reason: null,
    eventType: "push",
    eventId: "guid-1",
    status: 202,
    runs: [{ workflowId: workflow.id, status: "queued" }],
  });
  expect(delivery.secretId).toMatch(/^sec_/);
  expect(delivery.checks.every((check) => check.ok)).toBe(true);
  expect(Buffer.from(await readDeliveryBody(actor, delivery.id)).toString()).toBe(PUSH);
});

test.each([
  ["a tampered body", (headers: Record<string, string>) => ({ headers, body: PUSH.replace("main", "evil") })],
  ["no signature", ({ "x-hub-signature-256": _, ...headers }: Record<string, string>) => ({ headers, body: PUSH })],
  [
    "a wrong signature",
    (headers: Record<string, string>) => ({
      headers: { ...headers, "x-hub-signature-256": `sha256=${"0".repeat(64)}` },
      body: PUSH,
    }),
  ],
  [
    "a malformed signature",
    (headers: Record<string, string>) => ({ headers: { ...headers, "x-hub-signature-256": "sha256=💥" }, body: PUSH }),
  ],
])("%s is refused with 401, kept with the reason, and runs nothing", async (_, change) => {
  const actor = await createTestWorkspace();
  const endpoint = await githubEndpoint(actor);
  await listen(actor, endpoint.id);

  const answer = await ring({ url: endpoint.url, ...change(signedPush(endpoint.secret, PUSH)) });

  expect(answer).toMatchObject({ status: 401, body: { code: "not_verified" }, queued: [] });
  const [summary] = await deliveriesOf(actor);
  expect(summary).toMatchObject({ verdict: "rejected", reason: "not_verified", status: 401, runs: [] });
  const { checks } = await readDelivery(actor, summary?.id ?? "dlv_");
  expect(checks.at(-1)).toMatchObject({ name: "signature", ok: false });
});

test("the same event twice is one run; the second is kept and names the first", async () => {
  const actor = await createTestWorkspace();
  const endpoint = await githubEndpoint(actor);
  await listen(actor, endpoint.id);
  const request = { url: endpoint.url, body: PUSH, headers: signedPush(endpoint.secret, PUSH, "guid-2") };

  const first = await ring(request);
  const second = await ring(request);

  expect(second).toMatchObject({ status: 200, body: { verdict: "duplicate" }, queued: [] });
  const [duplicate] = await deliveriesOf(actor);
  expect(await readDelivery(actor, duplicate?.id ?? "dlv_")).toMatchObject({
    verdict: "duplicate",
    duplicateOf: (first.body as { delivery: string }).delivery,
    runs: [],
  });
});

test("500 copies at once are one run", async () => {
  const actor = await createTestWorkspace();
  const endpoint = await githubEndpoint(actor);
  await listen(actor, endpoint.id);
  const request = { url: endpoint.url, body: PUSH, headers: signedPush(endpoint.secret, PUSH, "guid-3") };

  const answers = await Promise.all(Array.from({ length: 500 }, () => ring(request)));

  expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
  expect(answers.flatMap(({ queued }) => queued)).toHaveLength(1);
  const page = await listDeliveries(actor, { limit: 200, verdict: "duplicate" });
  const opened = await readDelivery(actor, page.items[0]?.id ?? "dlv_");
  expect(opened.duplicateOf).not.toBeNull();
});

test("an event that no workflow asked for is kept as filtered, with the reason", async () => {
  const actor = await createTestWorkspace();
  const endpoint = await githubEndpoint(actor);
  await listen(actor, endpoint.id, ["issues.*"]);

  const answer = await ring({ url: endpoint.url, body: PUSH, headers: signedPush(endpoint.secret, PUSH) });

  expect(answer).toMatchObject({ status: 202, queued: [] });
  expect(await deliveriesOf(actor)).toMatchObject([{ verdict: "accepted", runs: [{ status: "filtered" }] }]);
});

test("a paused workflow does not run, and its deliveries are kept", async () => {
  const actor = await createTestWorkspace();
  const endpoint = await githubEndpoint(actor);
  const workflow = await listen(actor, endpoint.id);
  await ring({ url: endpoint.url, body: PUSH, headers: signedPush(endpoint.secret, PUSH) });

  await setWorkflowStatus(actor, workflow.id, "paused");
  const answer = await ring({ url: endpoint.url, body: PUSH, headers: signedPush(endpoint.secret, PUSH) });

  expect(answer).toMatchObject({ status: 202, queued: [] });
});

test("a method that the endpoint does not take is refused and kept", async () => {
  const actor = await createTestWorkspace();
  const endpoint = await createEndpoint(actor, { name: "Open", source: "anyone", options: {} });
  const answer = await ring({ url: endpoint.url, method: "PUT" });
  expect(answer).toMatchObject({ status: 405, headers: { allow: "POST" }, body: { code: "method_not_allowed" } });
  expect(await deliveriesOf(actor)).toMatchObject([{ reason: "method_not_allowed", method: "PUT" }]);
});

test("JSON that is none is refused and kept as it came", async () => {
  const actor = await createTestWorkspace();
  const endpoint = await createEndpoint(actor, { name: "Open", source: "anyone", options: {} });
  const answer = await ring({ url: endpoint.url, body: '{"a": \u0000' });
  expect(answer).toMatchObject({ status: 400, body: { code: "malformed_body" } });
  const [delivery] = await deliveriesOf(actor);
  expect(Buffer.from(await readDeliveryBody(actor, delivery?.id ?? "dlv_")).toString()).toBe('{"a": \u0000');
});

test("a body that is too large is refused", async () => {
  const actor = await createTestWorkspace();
  const endpoint = await createEndpoint(actor, { name: "Open", source: "anyone", options: {} });
  const answer = await ring({ url: endpoint.url, body: "x".repeat(1_048_577) });
  expect(answer).toMatchObject({ status: 413, body: { code: "too_large" } });
});

test("unknown, disabled and deleted addresses answer alike, at once, although they were rung before", async () => {
  const actor = await createTestWorkspace();
  const disabled = await createEndpoint(actor, { name: "Disabled", source: "anyone", options: {} });
  const deleted = await createEndpoint(actor, { name: "Deleted", source: "anyone", options: {} });
  expect(await ring({ url: disabled.url })).toMatchObject({ status: 202 });
  expect(await ring({ url: deleted.url })).toMatchObject({ status: 202 });
  await changeEndpoint(actor, disabled.id, { status: "disabled" });
  await deleteEndpoint(actor, deleted.id);

  const answers = await Promise.all(
    [disabled.url, deleted.url, `http://localhost/api/hooks/${randomUUID()}`].map((url) => refusalOf(ring({ url }))),
  );

  expect(answers[0]).toEqual({ status: 404, code: "unknown_endpoint", error: "There is no endpoint at this address." });
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

/** Some refusals are answers, others are thrown: to the sender both look the same. */
async function refusalOf(rung: ReturnType<typeof ring>) {
  try {
    const { status, body } = await rung;
    return typeof body === "string" ? { status, body } : { status, ...body };
  } catch (error) {
    if (!(error instanceof DoorbellError)) throw error;
    return { status: error.status, code: error.code, error: error.message };
  }
}
