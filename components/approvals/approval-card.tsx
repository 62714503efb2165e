import { buttonVariants } from "@heroui/styles";
import { Check, X } from "lucide-react";
import { Question } from "@/components/approvals/question";
import { ExactTime } from "@/components/log/time/exact-time";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextInput } from "@/components/ui/text-input";
import type { Approval } from "@/lib/domain/runs/approval";

type ApprovalCardProps = {
  approval: Approval;
  token: string;
  /** Whether what was sent made no sense. */
  isUnread: boolean;
};

/** A question with its two answers, or what was decided. It works without a script, too. */
export function ApprovalCard({ approval, token, isUnread }: ApprovalCardProps) {
  const { workflowName, question, status, askedAt, expiresAt } = approval;
  return (
    <section className="panel flex flex-col gap-5 p-5 sm:p-6">
      <div className="flex flex-col gap-1">
        <p className="eyebrow">{workflowName}</p>
        <Question text={question} as="h1" />
        <p className="text-muted text-sm">
          Asked <RelativeTime at={askedAt} />
          {status === "open" ? (
            <>
              {" · closes "}
              <RelativeTime at={expiresAt} />, <ExactTime at={expiresAt} detail="date" />
            </>
          ) : null}
        </p>
      </div>
      {isUnread && status === "open" ? (
        <Notice tone="bad" isAlert>
          That could not be read. Approve or reject, with a note of at most 2,000 characters.
        </Notice>
      ) : null}
      {status === "open" ? <DecisionForm token={token} /> : <Decided approval={approval} />}
    </section>
  );
}

function DecisionForm({ token }: { token: string }) {
  return (
    <form method="post" action={`/approve/${token}/decide`} className="flex flex-col gap-4">
      <TextInput label="Note" name="note" isOptional maxLength={2_000} help="The workflow can pass it on." />
      <div className="grid gap-2.5 sm:grid-cols-2">
        <button
          type="submit"
          name="decision"
          value="approved"
          className={buttonVariants({ variant: "primary", size: "lg", fullWidth: true })}
        >
          <Check aria-hidden className="size-4.5" /> Approve
        </button>
        <button
          type="submit"
          name="decision"
          value="rejected"
          className={buttonVariants({ variant: "danger-soft", size: "lg", fullWidth: true })}
        >
          <X aria-hidden className="size-4.5" /> Reject
        </button>
      </div>
    </form>
  );
}

const OUTCOMES = {
  approved: { tone: "good", title: "Approved" },
  rejected: { tone: "bad", title: "Rejected" },
  expired: { tone: "warn", title: "Too late" },
} as const;

function Decided({ approval: { status, by, note, decidedAt } }: { approval: Approval }) {
  const { tone, title } = OUTCOMES[status === "open" ? "expired" : status];
  return (
    <Notice tone={tone} title={title}>
      {decidedAt === null ? (
        <p>Nobody decided in time, or the workflow's run was over before.</p>
      ) : (
        <p>
          {by === null ? "Decided by whoever had the link," : `Decided by ${by}`} <RelativeTime at={decidedAt} />. The
          workflow goes on.
        </p>
      )}
      {note === "" ? null : <p className="mt-1 whitespace-pre-line">“{note}”</p>}
    </Notice>
  );
}
