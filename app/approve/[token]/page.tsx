import { Hourglass } from "lucide-react";
import type { Metadata } from "next";
import { ApprovalCard } from "@/components/approvals/approval-card";
import { EmptyState } from "@/components/ui/empty-state";
import { readApprovalLink } from "@/lib/services/read-approval-link";

export const metadata: Metadata = { title: "Approval", robots: { index: false, follow: false } };

/** What a link asks. Looking decides nothing: chat apps and mail scanners open every link that they see. */
export default async function ApprovePage({ params, searchParams }: PageProps<"/approve/[token]">) {
  const { token } = await params;
  const isUnread = (await searchParams)["unread"] !== undefined;
  const approval = await readApprovalLink(token);
  if (approval) return <ApprovalCard approval={approval} token={token} isUnread={isUnread} />;
  return (
    <section className="panel">
      <h1 className="sr-only">Approval</h1>
      <EmptyState icon={Hourglass} title="There is nothing to decide here">
        The workflow may not have come to its question yet: try again in a moment. Otherwise the link is not complete,
        or its question is not kept any more.
      </EmptyState>
    </section>
  );
}
