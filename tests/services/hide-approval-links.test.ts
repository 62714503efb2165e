import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import { writeJson } from "@/lib/domain/json/write-json";
import { listApprovals } from "@/lib/services/list-approvals";
import { listEffects } from "@/lib/services/list-effects";
import { readApprovalLink } from "@/lib/services/read-approval-link";
import { readRun } from "@/lib/services/read-run";
import { type Receiver, startReceiver } from "../support/receiver";
import { beginRun, provideTestRunner, publishFlow, publishManual, waitForStep } from "../support/test-runner";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

process.env["ALLOWED_TARGETS"] = "127.0.0.1";
provideTestDatabase();
const runner = provideTestRunner();

let desk: Receiver;
beforeAll(async () => {
  // It repeats what it was sent, as many servers do.
  desk = await startReceiver(({ body }) => ({ headers: { "content-type": "application/json" }, body }));
});
afterAll(() => desk.close());

const edge = (from: string, port: string, to: string) => ({ from, port, to });
const ask = (question: string) => ({
  id: "ask",
  type: "approval",
  config: { question, timeout: { amount: 60, unit: "seconds" } },
});
const tell = (link: string) => ({
  id: "tell",
  type: "http-request",
  config: {
    method: "POST",
    url: `${desk.url}/?back={{ ${link} }}`,
    headers: [{ name: "X-Link", value: `{{ ${link} }}` }],
    body: `{ "link": "{{ ${link} }}" }`,
  },
});

/** What a viewer can read of a run that waits at `ask`, and the token that its link has. */
async function shownTo(actor: Actor, runId: Id<"run">) {
  const viewer = { ...actor, role: "viewer" } as const;
  const run = await waitForStep(viewer, runId, "ask");
  const approvals = await listApprovals(viewer, { status: "open", limit: 10 });
  const token = /approve\/([\w-]{32})/.exec(desk.requests.at(-1)?.body ?? "")?.[1] ?? "";
  return { run, token, text: writeJson([run, approvals, await listEffects(viewer, runId)]) };
}

test("a step can send an approval's link on, and nothing that a run shows lets its reader decide", async () => {
  const actor = await createTestWorkspace();
  const { url } = await publishFlow(actor, {
    nodes: [
      {
        id: "note",
        type: "set",
        config: {
          fields: [
            { name: "seen", value: "{{ steps.ask.link }}" },
            { name: "token", value: "{{ steps.ask.link | split: '/' | last }}" },
          ],
        },
      },
      tell("steps.note.seen"),
      ask("Is {{ steps.ask.link }} right?"),
    ],
    edges: [edge("ring", "out", "note"), edge("note", "out", "tell"), edge("tell", "out", "ask")],
  });

  const { run, token, text } = await shownTo(actor, await beginRun(runner, { url, body: { amount: 5 } }));

  expect(await readApprovalLink(token)).toMatchObject({ status: "open" });
  expect(text).not.toContain(token);
  expect(run.steps.find(({ nodeId }) => nodeId === "note")?.output).toMatchObject({
    seen: expect.stringMatching(/\/approve\/••••$/),
    token: "••••",
  });
  const [attempt] = run.steps.find(({ nodeId }) => nodeId === "tell")?.attempts ?? [];
  expect(attempt?.request.body).toMatch(/\/approve\/••••" }$/);
  expect(attempt?.response?.body).toMatch(/\/approve\/••••" }$/);
  expect(run.steps.find(({ waitsFor }) => waitsFor)?.waitsFor).toMatchObject({
    question: expect.stringMatching(/\/approve\/•••• right\?$/),
  });
});

test("nor does a run that another one began and gave the link to", async () => {
  const actor = await createTestWorkspace();
  const courier = await publishManual(actor, {
    nodes: [tell("trigger.body.link")],
    edges: [edge("start", "out", "tell")],
  });
  const { url } = await publishFlow(actor, {
    nodes: [
      {
        id: "call",
        type: "run-workflow",
        config: { workflowId: courier, fields: [{ name: "link", value: "{{ steps.ask.link }}" }] },
      },
      ask("Well?"),
    ],
    edges: [edge("ring", "out", "call"), edge("call", "out", "ask")],
  });

  const { run, token } = await shownTo(actor, await beginRun(runner, { url }));
  const childId = Reflect.get(Object(run.steps.find(({ nodeId }) => nodeId === "call")?.output), "runId");
  const child = await readRun(actor, childId as Id<"run">);

  expect(token).not.toBe("");
  expect(writeJson(child)).not.toContain(token);
  expect(child.input).toMatchObject({ body: { link: expect.stringMatching(/\/approve\/••••$/) } });
});
