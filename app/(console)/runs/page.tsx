import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { LiveIndicator } from "@/components/live/live-indicator";
import { readSearch, type SearchParams } from "@/components/log/filters/read-search";
import { RunLog } from "@/components/runs/run-log";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { PAGE_SIZE_MAX } from "@/lib/domain/page";
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

  return (
    <Page width="wide">
      <PageHeader title="Runs" description="What your workflows did, step by step." actions={<LiveIndicator />} />
      <RunLog initial={runs} search={search} workflows={workflows.items.map(({ id, name }) => ({ id, name }))} />
    </Page>
  );
}
