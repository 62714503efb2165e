"use client";

import { Button } from "@heroui/react";
import { Stethoscope } from "lucide-react";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { Diagnosis } from "@/lib/domain/signatures/diagnose/diagnosis";

/** The signature doctor: tries what usually goes wrong, and says what would have fitted. For admins. */
export function DiagnoseSection({ deliveryId }: { deliveryId: string }) {
  const [diagnosis, setDiagnosis] = useState<Diagnosis>();
  const [complaint, setComplaint] = useState<string>();
  const [isPending, setIsPending] = useState(false);

  async function diagnose() {
    setIsPending(true);
    setComplaint(undefined);
    const answer = await callApi<Diagnosis>("POST", `/api/v1/deliveries/${deliveryId}/diagnose`, {});
    setIsPending(false);
    setDiagnosis(answer.ok ? answer.value : undefined);
    if (!answer.ok) setComplaint(answer.error);
  }

  return (
    <Section
      title="Why does the signature not fit?"
      description="Doorbell tries other ways to sign these same bytes: other encodings, an older secret, a changed body."
      actions={
        <Button variant="outline" size="sm" isPending={isPending} onPress={diagnose}>
          <Stethoscope aria-hidden />
          Diagnose the signature
        </Button>
      }
    >
      <div aria-live="polite" className="flex flex-col gap-3">
        {complaint ? <Notice tone="bad">{complaint}</Notice> : null}
        {diagnosis ? <Findings diagnosis={diagnosis} /> : null}
        {diagnosis || complaint ? null : <p className="text-muted text-sm">It changes nothing, and shows no secret.</p>}
      </div>
    </Section>
  );
}

function Findings({ diagnosis: { tried, findings } }: { diagnosis: Diagnosis }) {
  const count = tried === 0 ? "" : ` after ${tried.toLocaleString("en")} ${tried === 1 ? "try" : "tries"}`;
  if (findings.length === 0) {
    return (
      <Notice tone="warn" title={`Nothing fits${count}`}>
        Most likely the secret here is not the one that the sender signs with. Copy it from the sender again.
      </Notice>
    );
  }
  return (
    <>
      <p className="text-muted text-sm">
        {findings.length === 1 ? "One finding" : `${findings.length} findings`}
        {count}
      </p>
      {findings.map(({ kind, sentence, fix }) => (
        <Notice key={`${kind} ${sentence}`} tone="info" title={sentence}>
          {fix}
        </Notice>
      ))}
    </>
  );
}
