"use client";

import { Button, Input, Label, TextField } from "@heroui/react";
import { Check, X } from "lucide-react";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { notify } from "@/components/ui/notify";
import type { Approval, ApprovalDecision } from "@/lib/domain/runs/approval";

type Decision = ApprovalDecision["decision"];

type DecisionFormProps = {
  approvalId: string;
  /** What is decided, so that two forms on one screen are not called the same. */
  question: string;
  /** Called after the answer has arrived, also when somebody else was quicker. */
  onDecided: () => void;
};

const DONE: Record<Decision, string> = {
  approved: "Approved. The run goes on.",
  rejected: "Rejected. The run goes on by that way.",
};

/** The two answers to an approval's question, with room for a note. */
export function DecisionForm({ approvalId, question, onDecided }: DecisionFormProps) {
  const [note, setNote] = useState("");
  const [pending, setPending] = useState<Decision | null>(null);

  async function decide(decision: Decision) {
    setPending(decision);
    const answer = await callApi<Approval>("POST", `/api/v1/approvals/${approvalId}`, { decision, note });
    setPending(null);
    if (answer.ok) notify.good(DONE[decision]);
    else notify.bad(answer.error);
    if (answer.ok || answer.code === "conflict") onDecided();
  }

  return (
    <fieldset aria-label={`Decide: ${question}`} className="min-w-0 flex flex-col gap-2.5 sm:flex-row sm:items-center">
      <TextField
        value={note}
        onChange={setNote}
        maxLength={2_000}
        isDisabled={pending !== null}
        className="min-w-0 flex-1"
      >
        <Label className="sr-only">Note</Label>
        <Input placeholder="Note (optional)" />
      </TextField>
      <div className="grid grid-cols-2 gap-2 sm:flex">
        <Button
          data-decision="rejected"
          className="w-full sm:w-auto"
          variant="danger-soft"
          isPending={pending === "rejected"}
          isDisabled={pending !== null}
          onPress={() => decide("rejected")}
        >
          <X aria-hidden />
          Reject
        </Button>
        <Button
          data-decision="approved"
          className="w-full sm:w-auto"
          isPending={pending === "approved"}
          isDisabled={pending !== null}
          onPress={() => decide("approved")}
        >
          <Check aria-hidden />
          Approve
        </Button>
      </div>
    </fieldset>
  );
}
