import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { LiveIndicator } from "@/components/live/live-indicator";
import { readSearch, type SearchParams } from "@/components/log/filters/read-search";
import { RunLog } from "@/components/runs/run-log";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { isAllowed } from "@/lib/domain/accounts/role";
import { PAGE_SIZE_MAX } from "@/lib/domain/page";
import { ReplayFilter } from "@/lib/domain/runs/recovery";
import { RunQuery } from "@/lib/domain/runs/run-query";
import { listRuns } from "@/lib/services/list-runs";
import { listWorkflows } from "@/lib/services/list-workflows";

export const metadata: Metadata = { title: "Runs" };

export default async function RunsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor();
  const { query, search } = readSearch(RunQuery.omit({ cursor: true, limit: true }), await searchParams);
  const [runs, workflows] = await Promise.all([
    listRuns(actor, RunQuery.parse(query)),
    listWorkflows(actor, { limit: PAGE_SIZE_MAX }),
  ]);

  const again = deliveriesOf(query);

  return (
    <Page width="wide">
      <PageHeader
        title="Runs"
        description="What your workflows did, step by step."
        actions={
          <>
            <LiveIndicator />
            {again && isAllowed(actor.role, "run:write") ? (
              <LinkButton href={`/replays/new?${again}`} variant="outline">
                Run these once more…
              </LinkButton>
            ) : null}
          </>
        }
      />
      <RunLog initial={runs} search={search} workflows={workflows.items.map(({ id, name }) => ({ id, name }))} />
    </Page>
  );
}

/** The deliveries of runs that ended in one way, to be run once more; undefined where it is not one way. */
function deliveriesOf({ status, workflow }: Record<string, string>): URLSearchParams | undefined {
  const { data: runStatus } = ReplayFilter.shape.runStatus.safeParse(status);
  return runStatus && new URLSearchParams({ runStatus, ...(workflow ? { workflow } : {}) });
}
