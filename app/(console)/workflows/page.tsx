import { Workflow as WorkflowIcon } from "lucide-react";
import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { MakeExampleButton } from "@/components/home/make-example-button";
import { NewWorkflowButton } from "@/components/home/new-workflow-button";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { WorkflowRow } from "@/components/workflows/workflow-row";
import type { RunSummary } from "@/lib/domain/runs/run";
import { listRuns } from "@/lib/services/list-runs";
import { listWorkflows } from "@/lib/services/list-workflows";

export const metadata: Metadata = { title: "Workflows" };

const SHOWN = 50;
const RUNS_LOOKED_AT = 200;
const RUNS_SHOWN = 6;

export default async function WorkflowsPage({
  searchParams,
}: {
  searchParams: Promise<{ cursor?: string | string[] }>;
}) {
  const actor = await requireActor();
  const { cursor } = await searchParams;
  const [workflows, runs] = await Promise.all([
    listWorkflows(actor, { limit: SHOWN, ...(typeof cursor === "string" ? { cursor } : {}) }),
    listRuns(actor, { limit: RUNS_LOOKED_AT }),
  ]);
  return (
    <Page>
      <LiveRefresh />
      <PageHeader
        title="Workflows"
        description="Drawings of what should happen when somebody rings."
        actions={<NewWorkflowButton name="Untitled workflow" />}
      />
      <section aria-label="Workflows" className="panel overflow-hidden">
        {workflows.items.length === 0 ? (
          <EmptyState icon={WorkflowIcon} title="Nothing is drawn yet" actions={<MakeExampleButton />}>
            See one that works: a GitHub endpoint and a small drawing that tells pushes to main from the rest. Or start
            with an empty canvas.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-separator">
            {workflows.items.map((workflow) => (
              <WorkflowRow key={workflow.id} workflow={workflow} runs={lastRuns(runs.items, workflow.id)} />
            ))}
          </ul>
        )}
      </section>
      {workflows.next ? (
        <LinkButton href={`/workflows?cursor=${workflows.next}`} variant="outline" className="mx-auto w-fit">
          Older workflows
        </LinkButton>
      ) : null}
    </Page>
  );
}

function lastRuns(runs: RunSummary[], workflowId: string): RunSummary[] {
  return runs.filter((run) => run.workflowId === workflowId).slice(0, RUNS_SHOWN);
}
