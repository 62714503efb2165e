"use client";

import { Button } from "@heroui/react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useFilters } from "@/components/log/filters/use-filters";
import { ReplayFilters } from "@/components/replays/replay-filters";
import { ReplayForecast } from "@/components/replays/replay-forecast";
import { isRate, ReplayPace } from "@/components/replays/replay-pace";
import { useReplayPlan } from "@/components/replays/use-replay-plan";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { ReplayFilter, ReplayPlan } from "@/lib/domain/runs/recovery";

type Named = { id: string; name: string };
type NewReplayProps = { filter: ReplayFilter; endpoints: readonly Named[]; workflows: readonly Named[] };

/** Chooses deliveries to be run once more, tells what that does, and begins. The filters live in the URL. */
export function NewReplay({ filter, endpoints, workflows }: NewReplayProps) {
  const router = useRouter();
  const filters = useFilters();
  const [rate, setRate] = useState("10");
  const [again, setAgain] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [complaint, setComplaint] = useState<string>();
  const forecast = useReplayPlan({ filter, again });
  const runs = forecast.plan?.runs ?? 0;
  const isReady = runs > 0 && !forecast.isStale && !forecast.error && isRate(rate);

  async function begin() {
    setIsPending(true);
    const wanted = { filter, again, ratePerSecond: Number(rate) };
    const answer = await callApi<ReplayPlan & { id: string | null }>("POST", "/api/v1/replays", wanted);
    if (answer.ok && answer.value.id) return router.push(`/replays/${answer.value.id}`);
    setIsPending(false);
    setComplaint(answer.ok ? "Nothing is left to be run." : answer.error);
  }

  return (
    <>
      <Section title="Which deliveries" description="What was refused or is held has to be let in first.">
        <ReplayFilters filters={filters} endpoints={endpoints} workflows={workflows} />
      </Section>
      <ReplayForecast forecast={forecast} rate={rate} />
      <ReplayPace rate={rate} onRate={setRate} again={again} onAgain={setAgain} />
      {complaint ? (
        <Notice tone="bad" isAlert>
          {complaint}
        </Notice>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <LinkButton href="/deliveries" variant="tertiary">
          Cancel
        </LinkButton>
        <Button isDisabled={!isReady} isPending={isPending} onPress={() => (again ? setIsAsking(true) : begin())}>
          {runs > 0 ? `Begin ${runs.toLocaleString("en")} ${runs === 1 ? "run" : "runs"}` : "Begin"}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title="Do everything a second time?"
        action="Do it again"
        onConfirm={begin}
      >
        What receivers have confirmed is sent to them once more, under new keys, by {runs.toLocaleString("en")}{" "}
        {runs === 1 ? "run" : "runs"}. That cannot be taken back.
      </ConfirmDialog>
    </>
  );
}
