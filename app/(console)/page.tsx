import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { DayFigures } from "@/components/home/day-figures";
import { DeliveriesChart } from "@/components/home/deliveries-chart";
import { NewWorkflowButton } from "@/components/home/new-workflow-button";
import { RecentDeliveries } from "@/components/home/recent-deliveries";
import { RecentRuns } from "@/components/home/recent-runs";
import { Welcome } from "@/components/home/welcome";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { listDeliveries } from "@/lib/services/list-deliveries";
import { listRuns } from "@/lib/services/list-runs";
import { readOverview } from "@/lib/services/read-overview";

export const metadata: Metadata = { title: "Home" };

const ROWS = 7;

export default async function HomePage() {
  const actor = await requireActor();
  const overview = await readOverview(actor);
  if (overview.endpointCount + overview.workflowCount === 0) {
    return (
      <Page>
        <Welcome />
      </Page>
    );
  }
  const [deliveries, runs] = await Promise.all([
    listDeliveries(actor, { limit: ROWS }),
    listRuns(actor, { limit: ROWS }),
  ]);
  return (
    <Page>
      <LiveRefresh />
      <PageHeader
        title="Home"
        description="What rang in the last 24 hours, and what came of it."
        actions={
          <>
            <NewWorkflowButton variant="outline" />
            <LinkButton href="/endpoints/new">New endpoint</LinkButton>
          </>
        }
      />
      <div className="grid gap-4 lg:grid-cols-[1fr_18rem]">
        <Section title="Deliveries per hour">
          <DeliveriesChart hours={overview.hours} />
        </Section>
        <Section title="Last 24 hours">
          <DayFigures overview={overview} />
        </Section>
      </div>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <RecentDeliveries deliveries={deliveries.items} />
        <RecentRuns runs={runs.items} />
      </div>
    </Page>
  );
}
