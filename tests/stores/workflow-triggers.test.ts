import { expect, test } from "vitest";
import { newId } from "@/lib/domain/ids";
import { createWorkflow } from "@/lib/services/create-workflow";
import { findTurns, markHandedOver } from "@/lib/stores/runs";
import { insertRun } from "@/lib/stores/workflow-triggers";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

test("a run that no delivery begins takes its turn in the workflow's lane", async () => {
  const actor = await createTestWorkspace();
  const workflow = await createWorkflow(actor, { name: "Report", graph: { nodes: [], edges: [] } });
  const lane = { limit: 1, key: workflow.id };
  const ids = [newId("run", 1_000), newId("run", 2_000)];
  const rest = { workflowId: workflow.id, version: 1, nodeId: "start", cause: "manual", input: {}, lane } as const;
  for (const id of ids) await insertRun(actor.workspaceId, { ...rest, id });

  const first = await findTurns(10);
  expect(first).toEqual([ids[0]]);
  await markHandedOver(first);
  expect(await findTurns(10)).toEqual([]);
});
