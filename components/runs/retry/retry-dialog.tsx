"use client";

import { Button, Modal } from "@heroui/react";
import { useRouter } from "next/navigation";
import { type FormEvent, useMemo, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { BeginChoice } from "@/components/runs/retry/begin-choice";
import { OutlookList } from "@/components/runs/retry/outlook-list";
import { drawingFor, outlookOf, type Retriable, usualRetry } from "@/components/runs/retry/retriable";
import { VersionChoice } from "@/components/runs/retry/version-choice";
import { AgainSwitch } from "@/components/ui/again-switch";
import { Notice } from "@/components/ui/notice";
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
    <Modal.Backdrop isOpen onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal.Container size="lg" scroll="inside">
        <Modal.Dialog>
          <Modal.Header>
            <Modal.Heading>Retry this run</Modal.Heading>
          </Modal.Header>
          <form onSubmit={start} className="contents">
            <Modal.Body className="flex flex-col gap-5 px-0.5 pb-1">
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
              {complaint ? (
                <Notice tone="bad" isAlert>
                  {complaint}
                </Notice>
              ) : null}
            </Modal.Body>
            <Modal.Footer>
              <Button variant="tertiary" onPress={onClose}>
                Cancel
              </Button>
              <Button type="submit" isPending={isPending}>
                Retry
              </Button>
            </Modal.Footer>
          </form>
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}
