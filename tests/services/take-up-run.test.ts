import { expect, test } from "vitest";
import { beginChildren } from "@/lib/services/steps/children";
import { signedDepth } from "@/lib/services/steps/depth";
import { takeUpRun } from "@/lib/services/take-up-run";
import { listChildren } from "@/lib/stores/child-runs";
import { useUpBudget } from "@/tests/support/budget";
import { ring } from "@/tests/support/ring";
import { publishFlow } from "@/tests/support/test-runner";
import { createTestWorkspace, provideTestDatabase } from "@/tests/support/test-workspace";

provideTestDatabase();

async function rung(url: string, headers: Record<string, string> = {}) {
  const [queued] = (await ring({ url, headers })).queued;
  const run = queued && (await takeUpRun(queued.id));
  if (!run) throw new Error("Nothing was queued.");
  return run;
}

test("a run is as deep as the request says that began it", async () => {
  const { url } = await publishFlow(await createTestWorkspace(), { nodes: [], edges: [] });
  expect(await rung(url)).toMatchObject({ depth: 0, refusal: null });
  expect(await rung(url, { "doorbell-depth": signedDepth(5) })).toMatchObject({ depth: 5, refusal: null });
});

test("the runs that it begins itself are as deep: those for items, and those of other workflows", async () => {
  const actor = await createTestWorkspace();
  const { url, workflowId } = await publishFlow(actor, { nodes: [], edges: [] });
  const run = await rung(url, { "doorbell-depth": signedDepth(5) });
  const [node] = run.graph.nodes;
  if (!node) throw new Error("The drawing is empty.");
  await beginChildren(run, node, { kind: "run-workflow", workflowId, input: { a: 1 } });
  await beginChildren(run, { ...node, id: "each" }, { kind: "for-each", items: ["a"] });
  for (const nodeId of [node.id, "each"]) {
    const [child] = await listChildren(actor.workspaceId, run.id, nodeId);
    expect(child && (await takeUpRun(child.id))).toMatchObject({ depth: 5 });
  }
});

test("a workflow that workflows start more than 600 times a minute is stopped; anybody else may still start it", async () => {
  const { url, workflowId } = await publishFlow(await createTestWorkspace(), { nodes: [], edges: [] });
  await useUpBudget(`rung-by-workflows:${workflowId}`);
  expect(await rung(url, { "doorbell-depth": signedDepth(1) })).toMatchObject({
    refusal: expect.stringContaining("more than 600 times within a minute"),
  });
  expect(await rung(url)).toMatchObject({ refusal: null });
});
