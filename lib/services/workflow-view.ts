import { graphProblems } from "@/lib/catalog/graph-problems";
import type { Graph } from "@/lib/domain/workflow/graph";
import { manualFormOf } from "@/lib/domain/workflow/manual-form";
import type { Workflow, WorkflowSummary } from "@/lib/domain/workflow/workflow";
import type { StoredWorkflow } from "@/lib/stores/workflows";

/** A workflow as lists show it. */
export function workflowSummary(workflow: StoredWorkflow): WorkflowSummary {
  return {
    id: workflow.id,
    name: workflow.name,
    status: workflow.status,
    publishedVersion: workflow.publishedVersion,
    hasUnpublishedChanges: !isSameGraph(workflow.draft, workflow.publishedGraph),
    manualForm: (workflow.publishedGraph && manualFormOf(workflow.publishedGraph)?.fields) ?? null,
    createdAt: workflow.createdAt.toISOString(),
    updatedAt: workflow.updatedAt.toISOString(),
  };
}

/** A workflow opened. */
export function workflowView(workflow: StoredWorkflow): Workflow {
  return {
    ...workflowSummary(workflow),
    graph: workflow.draft,
    revision: workflow.revision,
    problems: graphProblems(workflow.draft),
  };
}

/** Both come from the same schema, which fixes the order of keys. */
function isSameGraph(draft: Graph, published: Graph | null): boolean {
  return JSON.stringify(draft) === JSON.stringify(published);
}
