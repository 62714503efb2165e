"use client";

import { useRouter } from "next/navigation";
import { DecisionForm } from "@/components/approvals/decision-form";
import { WhoDecides } from "@/components/approvals/who-decides";
import { Notice } from "@/components/ui/notice";
import { ApprovalOutcome } from "@/lib/domain/runs/approval";
import type { Step } from "@/lib/domain/runs/run";

/** What a step asks a person, to be answered here, or what was answered; nothing for other steps. */
export function AskedStep({ step, mayDecide }: { step: Step; mayDecide: boolean }) {
  const router = useRouter();
  const { waitsFor, output } = step;
  if (waitsFor?.kind === "approval") {
    if (!mayDecide) return <WhoDecides />;
    return <DecisionForm approvalId={waitsFor.id} question={waitsFor.question} onDecided={router.refresh} />;
  }
  const { data: decided } = ApprovalOutcome.safeParse(output);
  if (!decided) return null;
  const isApproved = decided.decision === "approved";
  return (
    <Notice
      tone={isApproved ? "good" : "bad"}
      title={`${isApproved ? "Approved" : "Rejected"} by ${decided.by ?? "whoever had the link"}`}
    >
      {decided.note === "" ? "Without a note." : <q>{decided.note}</q>}
    </Notice>
  );
}
