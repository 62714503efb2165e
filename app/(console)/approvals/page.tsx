import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { ApprovalLog } from "@/components/approvals/list/approval-log";
import { LiveIndicator } from "@/components/live/live-indicator";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { isAllowed } from "@/lib/domain/accounts/role";
import { listApprovals } from "@/lib/services/list-approvals";

export const metadata: Metadata = { title: "Approvals" };

const OPEN_SHOWN = 50;
const ENDED_SHOWN = 20;

export default async function ApprovalsPage() {
  const actor = await requireActor();
  const [open, ended] = await Promise.all([
    listApprovals(actor, { status: "open", limit: OPEN_SHOWN }),
    listApprovals(actor, { status: "ended", limit: ENDED_SHOWN }),
  ]);
  return (
    <Page>
      <PageHeader
        title="Approvals"
        description="Questions that runs wait with until a person says yes or no."
        actions={<LiveIndicator />}
      />
      <ApprovalLog
        open={open}
        ended={ended}
        readAtMs={Date.now()}
        mayDecide={isAllowed(actor.role, "workflow:write")}
      />
    </Page>
  );
}
