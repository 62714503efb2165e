import { expect, test } from "vitest";
import { newId } from "@/lib/domain/ids";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { findOpenWaits } from "@/lib/stores/open-waits";
import { closeWait, openWait, waitIdOf } from "@/lib/stores/waits";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

test("what a run waits for is told until it goes on", async () => {
  const actor = await createTestWorkspace();
  const { workspaceId } = actor;
  const endpoint = await createEndpoint(actor, { name: "Payments", source: "anyone", options: {} });
  const run = { id: newId("run"), workspaceId };
  const expiresAtMs = Date.now() + 60_000;
  const until = new Date(expiresAtMs).toISOString();
  const match = { eventTypes: ["paid"], path: "order.id", equals: "17" };
  await openWait({ run, nodeId: "pay", kind: "delivery", endpointId: endpoint.id, asked: match, expiresAtMs });
  await openWait({ run, nodeId: "ask", kind: "approval", asked: { question: "Refund?" }, expiresAtMs });
  await openWait({ run, nodeId: "loop", kind: "runs", asked: {}, expiresAtMs });

  const waits = await findOpenWaits(workspaceId, run.id);
  expect(Object.fromEntries(waits)).toEqual({
    pay: { kind: "delivery", endpointId: endpoint.id, endpointName: "Payments", ...match, until },
    ask: { kind: "approval", id: waitIdOf(run.id, "ask"), question: "Refund?", until },
    loop: { kind: "runs", total: 0, ended: 0 },
  });

  await closeWait(waitIdOf(run.id, "ask"));
  expect([...(await findOpenWaits(workspaceId, run.id)).keys()].toSorted()).toEqual(["loop", "pay"]);
  const stranger = await createTestWorkspace();
  expect(await findOpenWaits(stranger.workspaceId, run.id)).toEqual(new Map());
});
