import { DayFigures } from "@/components/home/day-figures";
import { DeliveriesChart } from "@/components/home/deliveries-chart";
import { NewWorkflowButton } from "@/components/home/new-workflow-button";
import { RecentDeliveries } from "@/components/home/recent-deliveries";
import { RecentRuns } from "@/components/home/recent-runs";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
const overview = { endpointCount: 2, workflowCount: 2, failedRuns: 2, doneRuns: 341, hours: Array.from({ length: 24 }, (_, i) => ({ at: new Date(1780000000000 + i * 3600000).toISOString(), accepted: Math.round(20 + 18 * Math.sin(i / 3)), rejected: i % 7 === 3 ? 3 : 0, other: i % 5 === 2 ? 4 : 0 })) };
const d = (verdict: any, eventType: any, i: number): any => ({ id: "dlv_" + i, verdict, eventType, endpointName: "Shop orders", method: "POST", receivedAt: new Date(Date.now() - i * 400000).toISOString() });
const r = (status: any, error: any, i: number): any => ({ id: "run_" + i, status, error, workflowName: "Tell the team about pushes", startedAt: new Date(Date.now() - i * 400000).toISOString() });
export default function P() { return (    <Page>
      <PageHeader
        title="Home"
        description="What rang in the last 24 hours, and what came of it."
        actions={<><NewWorkflowButton variant="outline" /><LinkButton href="/endpoints/new">New endpoint</LinkButton></>}
      />
      <div className="grid gap-4 lg:grid-cols-[1fr_18rem]">
        <Section title="Deliveries per hour"><DeliveriesChart hours={overview.hours} /></Section>
        <Section title="Last 24 hours"><DayFigures overview={overview} /></Section>
      </div>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <RecentDeliveries deliveries={[d("accepted", "push", 0), d("rejected", null, 2), d("duplicate", "pull_request.opened", 3), d("handshake", "url_verification", 5)]} />
        <RecentRuns runs={[r("running", undefined, 0), r("done", undefined, 1), r("failed", "The server answered 500 five times.", 4), r("filtered", undefined, 6)]} />
      </div>
    </Page>
); }
