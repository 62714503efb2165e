"use client";

import { Button } from "@heroui/react";
import { CircleSlash } from "lucide-react";
import { useEffect, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useLive } from "@/components/live/use-live";
import { useRefetch } from "@/components/live/use-refetch";
import { RunCounts } from "@/components/runs/run-counts";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LinkButton } from "@/components/ui/link-button";
import { notify } from "@/components/ui/notify";
import { Section } from "@/components/ui/section";
import type { ReplayProgress } from "@/lib/domain/runs/recovery";

const RUN = ["run"] as const;
const LOOK_EVERY_MS = 1_500;

type ReplayViewProps = { initial: ReplayProgress; mayCancel: boolean };

/** How far a replay has come, as it goes on. */
export function ReplayView({ initial, mayCancel }: ReplayViewProps) {
  const [replay, setReplay] = useState(initial);
  const [isAsking, setIsAsking] = useState(false);
  const { id, total, waiting, running, failed } = replay;
  const path = `/api/v1/replays/${id}`;
  const isMoving = waiting + running > 0;

  const look = useRefetch(async () => {
    const answer = await callApi<ReplayProgress>("GET", path);
    if (answer.ok) setReplay(answer.value);
  });
  useLive(RUN, look);
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => document.visibilityState === "visible" && look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isMoving, look]);

  async function cancel() {
    const answer = await callApi<ReplayProgress>("POST", `${path}/cancel`, {});
    if (answer.ok) setReplay(answer.value);
    else notify.bad(answer.error);
  }

  return (
    <Section
      title={titleOf(replay)}
      actions={
        mayCancel && waiting > 0 ? (
          <Button size="sm" variant="outline" onPress={() => setIsAsking(true)}>
            <CircleSlash aria-hidden />
            Cancel the rest
          </Button>
        ) : null
      }
    >
      <p role="status" className="sr-only">
        {isMoving ? "" : titleOf(replay)}
      </p>
      <RunCounts counts={{ ...replay, queued: waiting }} hrefOf={(status) => `/runs?replay=${id}&status=${status}`} />
      <div className="mt-5 flex flex-wrap gap-2">
        <LinkButton href={`/runs?replay=${id}`} variant="outline" size="sm">
          {total === 1 ? "Open its run" : `Open its ${total.toLocaleString("en")} runs`}
        </LinkButton>
        {failed > 0 ? (
          <LinkButton href={`/runs?replay=${id}&status=failed`} variant="outline" size="sm">
            Open those that failed
          </LinkButton>
        ) : null}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title="Cancel the rest?"
        action="Cancel the rest"
        stay="Go on"
        onConfirm={cancel}
      >
        Runs that have not begun are cancelled. Those that have go on to their end.
      </ConfirmDialog>
    </Section>
  );
}

function titleOf({ total, waiting, running, failed, cancelled }: ReplayProgress): string {
  const ended = total - waiting - running;
  if (waiting + running > 0) return `${ended.toLocaleString("en")} of ${total.toLocaleString("en")} have ended`;
  if (failed > 0)
    return failed === total ? "All of them failed" : `It is over, and ${failed.toLocaleString("en")} failed`;
  return cancelled > 0 ? "It is over: the rest was cancelled" : "It is over, and all went well";
}
