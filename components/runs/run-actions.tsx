"use client";

import { Button } from "@heroui/react";
import { CircleSlash, RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { OnceMoreButton } from "@/components/deliveries/once-more/once-more-button";
import type { OnceMore } from "@/components/deliveries/once-more/once-more-dialog";
import { useLogKeys } from "@/components/log/use-log-keys";
import type { Retriable } from "@/components/runs/retry/retriable";
import { RetryDialog } from "@/components/runs/retry/retry-dialog";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { notify } from "@/components/ui/notify";

type RetryButtonProps = {
  retriable: Retriable;
  /** The delivery that began it, where it can be run once more. */
  onceMore: OnceMore | null;
  /** Whether a retry is what one most likely came for. */
  isWanted: boolean;
};

/** What can be done with a run that has ended. The key r retries it. */
export function RetryButtons({ retriable, onceMore, isWanted }: RetryButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  useLogKeys({ onRetry: () => setIsOpen(true) });
  return (
    <>
      {onceMore ? <OnceMoreButton onceMore={onceMore} words="Run the delivery once more" /> : null}
      <Button variant={isWanted ? "primary" : "outline"} onPress={() => setIsOpen(true)}>
        <RotateCcw aria-hidden />
        Retry
      </Button>
      {isOpen ? <RetryDialog retriable={retriable} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

/** Stops a run that has not ended, after asking. */
export function CancelButton({ runId }: { runId: string }) {
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);

  async function cancel() {
    const answer = await callApi("POST", `/api/v1/runs/${runId}/cancel`, {});
    if (answer.ok) notify.good("Cancelled.");
    else notify.bad(answer.error);
    router.refresh();
  }

  return (
    <>
      <Button variant="outline" onPress={() => setIsAsking(true)}>
        <CircleSlash aria-hidden />
        Cancel run
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title="Cancel this run?"
        action="Cancel run"
        stay="Let it run"
        onConfirm={cancel}
      >
        It goes no further, and neither do the runs that it waits for. What has been sent stays sent, and what is being
        sent at this moment may still arrive. It can be retried from where it stopped.
      </ConfirmDialog>
    </>
  );
}
