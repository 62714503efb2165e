import { expect, test } from "vitest";
import { EMPTY_GRAPH } from "@/lib/domain/workflow/graph";
import { createWorkflow } from "@/lib/services/create-workflow";
import { deleteWorkflow } from "@/lib/services/delete-workflow";
import { listWorkflowNames } from "@/lib/services/list-workflow-names";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

test("a workspace's own workflows are listed by name, without those that are gone", async () => {
  const [actor, stranger] = [await createTestWorkspace(), await createTestWorkspace()];
  const make = (name: string) => createWorkflow(actor, { name, graph: EMPTY_GRAPH });
  const [beta, alpha, gone] = [await make("Beta"), await make("Alpha"), await make("Gone")];
  await deleteWorkflow(actor, gone.id);
  expect(await listWorkflowNames(actor)).toEqual([
    { id: alpha.id, name: "Alpha", publishedVersion: null },
    { id: beta.id, name: "Beta", publishedVersion: null },
  ]);
  expect(await listWorkflowNames(stranger)).toEqual([]);
});
