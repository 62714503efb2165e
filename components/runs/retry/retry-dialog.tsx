"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useMemo, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { BeginChoice } from "@/components/runs/retry/begin-choice";
import { OutlookList } from "@/components/runs/retry/outlook-list";
import { drawingFor, outlookOf, type Retriable, usualRetry } from "@/components/runs/retry/retriable";
import { VersionChoice } from "@/components/runs/retry/version-choice";
import { AgainSwitch } from "@/components/ui/again-switch";
import { FormDialog } from "@/components/ui/form-dialog";
import type { RunRetry } from "@/lib/domain/runs/recovery";
import type { Run } from "@/lib/domain/runs/run";

type RetryDialogProps = { retriable: Retriable; onClose: () => void };

/** Asks how a run is tried again, says what that does outside, and goes to the new run. */
export function RetryDialog({ retriable, onClose }: RetryDialogProps) {
  const router = useRouter();
  const [retry, setRetry] = useState(() => usualRetry(retriable));
  const [complaint, setComplaint] = useState<string>();
  const [isPending, setIsPending] = useState(false);
  const outlook = useMemo(() => outlookOf(retriable, retry), [retriable, retry]);
  const wasSent = retriable.effects.some(({ state }) => state !== "failed");
  const change = (part: Partial<RunRetry>) => setRetry({ ...retry, ...part });

  async function start(event: FormEvent) {
    event.preventDefault();
    setIsPending(true);
    const answer = await callApi<Run>("POST", `/api/v1/runs/${retriable.run.id}/retry`, retry);
    if (answer.ok) {
      router.push(`/runs/${answer.value.id}`);
      return;
    }
    setIsPending(false);
    setComplaint(answer.error);
  }

  return (
    <FormDialog
      title="Retry this run"
      complaint={complaint}
      submit={{ label: "Retry", isPending }}
      onSubmit={start}
      onClose={onClose}
    >
      <BeginChoice
        retriable={retriable}
        graph={drawingFor(retriable, retry)}
        from={retry.from}
        onChange={(from) => change({ from })}
      />
      <VersionChoice
        retriable={retriable}
        version={retry.version}
        onChange={(version) => change({ version, from: usualRetry(retriable).from })}
      />
      {wasSent ? <AgainSwitch isOn={retry.again} onChange={(again) => change({ again })} /> : null}
      <OutlookList outlook={outlook} />
    </FormDialog>
  );
}
