import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { readSearch, type SearchParams } from "@/components/log/filters/read-search";
import { NewReplay } from "@/components/replays/new-replay";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { PAGE_SIZE_MAX } from "@/lib/domain/page";
import { ReplayFilter } from "@/lib/domain/runs/recovery";
import { listEndpoints } from "@/lib/services/list-endpoints";
import { listWorkflows } from "@/lib/services/list-workflows";

export const metadata: Metadata = { title: "Run deliveries once more" };

export default async function NewReplayPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor();
  const { query } = readSearch(ReplayFilter, await searchParams);
  const [endpoints, workflows] = await Promise.all([
    listEndpoints(actor, { limit: PAGE_SIZE_MAX }),
    listWorkflows(actor, { limit: PAGE_SIZE_MAX }),
  ]);
  return (
    <Page>
      <PageHeader
        back={{ href: "/deliveries", label: "Deliveries" }}
        title="Run deliveries once more"
        description="As if they had just rung, by what is published now. Nobody outside has to send anything."
      />
      <NewReplay
        filter={ReplayFilter.parse(query)}
        endpoints={endpoints.items.map(({ id, name }) => ({ id, name }))}
        workflows={workflows.items
          .filter(({ publishedVersion }) => publishedVersion !== null)
          .map(({ id, name }) => ({ id, name }))}
      />
    </Page>
  );
}
