"use client";

import { Button } from "@heroui/react";
import { Footprints } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useMemo, useState } from "react";
import { StatusBanner } from "@/components/log/status-banner";
import { Ledger } from "@/components/runs/ledger/ledger";
import { type OpenedRun, readOpenedRun, wasDoneBefore } from "@/components/runs/opened-run";
import { RunDrawing } from "@/components/runs/run-drawing";
import { StepPanel } from "@/components/runs/step/step-panel";
import { WaitEnd } from "@/components/runs/step/wait-end";
import { StepsTimeline } from "@/components/runs/steps-timeline";
import { EmptyState } from "@/components/ui/empty-state";
import { JsonView } from "@/components/ui/json-view/json-view";
import { Section } from "@/components/ui/section";
import { STATUSES } from "@/components/ui/status-chip";
import { explainRun } from "@/lib/domain/runs/explain";
import { receiverSays } from "@/lib/domain/runs/explain-attempt";
import type { LedgerEntry } from "@/lib/domain/runs/recovery";
import { isEnded, type Run, type Step } from "@/lib/domain/runs/run";

type RunViewProps = {
  /** JSON: see readOpenedRun. */
  text: string;
  effects: readonly LedgerEntry[];
  /** The runs that it began; null without any. */
  begun: ReactNode;
  /** Whether whoever looks may answer what it asks. */
  mayDecide: boolean;
};

/** A run: what became of it, its drawing, its steps in time, one step in full, and what it has done outside. */
export function RunView({ text, effects, begun, mayDecide }: RunViewProps) {
  const opened = useMemo(() => readOpenedRun(text), [text]);
  const { run, labelOf } = opened;
  const [selected, select] = useSelectedStep(run);
  const step = run.steps.find((candidate) => candidate.nodeId === selected);

  return (
    <div className="flex flex-col gap-6">
      <p role="status" className="sr-only">
        {spoken(opened)}
      </p>
      <RunBanner opened={opened} onDecide={mayDecide ? select : undefined} />
      <section aria-label="Drawing" className="panel overflow-hidden">
        <RunDrawing opened={opened} selected={selected} onSelect={select} />
      </section>
      {run.steps.length === 0 ? (
        <div className="panel">
          <EmptyState icon={Footprints} title="No step has begun">
            {run.status === "filtered" ? "The event did not get past the first step." : "It starts in a moment."}
          </EmptyState>
        </div>
      ) : (
        <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1.05fr)_minmax(0,1fr)]">
          <Section title="Steps" isFlush>
            <StepsTimeline opened={opened} selected={selected} onSelect={select} />
          </Section>
          {step ? (
            <StepPanel
              step={step}
              label={labelOf(step.nodeId)}
              began={<WhatCame run={run} />}
              doneBefore={wasDoneBefore(opened, step)}
              mayDecide={mayDecide}
            />
          ) : null}
        </div>
      )}
      {begun}
      <Ledger runId={run.id} effects={effects} labelOf={labelOf} none={nothingSent(run, begun !== null)} />
    </div>
  );
}

type RunBannerProps = {
  opened: OpenedRun;
  /** Opens the step that asks; not there for whoever may not answer. */
  onDecide: ((nodeId: string) => void) | undefined;
};

function RunBanner({ opened: { run, labelOf }, onDecide }: RunBannerProps) {
  const { headline, hint } = explainRun(run, labelOf);
  const last = run.status === "failed" ? run.steps.find(isFatal)?.attempts.at(-1) : undefined;
  const said = last && receiverSays(last);
  const waiting = isEnded(run.status) ? undefined : run.steps.find((step) => step.waitsFor);
  const waitsFor = waiting?.waitsFor;
  const decide =
    waiting && waitsFor?.kind === "approval" && onDecide ? (
      <Button size="sm" onPress={() => goDecide(waiting.nodeId, onDecide)}>
        Decide
      </Button>
    ) : null;
  return (
    <StatusBanner status={run.status} headline={headline} hint={hint} actions={decide}>
      {waitsFor ? (
        <div className="text-foreground text-sm">
          <WaitEnd waitsFor={waitsFor} />
        </div>
      ) : null}
      {said ? (
        <p className="wrap-anywhere mt-1 text-foreground text-sm">
          <span className="text-muted">It said: </span>“{said}”
        </p>
      ) : null}
    </StatusBanner>
  );
}

/** The step's panel may have to be drawn first. */
function goDecide(nodeId: string, open: (nodeId: string) => void): void {
  open(nodeId);
  setTimeout(() => {
    const button = document.querySelector<HTMLElement>("#step [data-decision=approved]");
    button?.focus({ preventScroll: true });
    button?.scrollIntoView({ block: "center", behavior: "smooth" });
  });
}

/** What the first step gives to the others. */
function WhatCame({ run }: { run: Run }) {
  if (run.input !== undefined) return <JsonView label="What it began with" value={run.input} openDepth={3} />;
  if (run.deliveryId === null) return <p className="text-muted text-sm">Nothing came with it.</p>;
  return (
    <p className="text-sm">
      What arrived:{" "}
      <Link href={`/deliveries/${run.deliveryId}`} className="text-link">
        see the delivery
      </Link>
    </p>
  );
}

function nothingSent(run: Run, hasBegun: boolean): string {
  if (hasBegun) return "Nothing by this run itself. What the runs did that it began stands with each of them.";
  return isEnded(run.status) ? "Nothing has left Doorbell." : "Nothing has left Doorbell so far.";
}

function isFatal(step: Step): boolean {
  return step.status === "failed" && step.port === undefined;
}

/** The step that is chosen stands in the URL. At first it is the one that one came for: what failed, or what is under way. */
function useSelectedStep(run: Run): [string | null, (nodeId: string) => void] {
  const asked = useSearchParams().get("step");
  const [chosen, setChosen] = useState(asked);
  const telling =
    run.steps.find(isFatal) ??
    run.steps.find((step) => step.waitsFor !== undefined) ??
    run.steps.findLast((step) => step.status === "running" || step.status === "waiting") ??
    run.steps.find((step) => step.port === "fail") ??
    run.steps.find((step) => step.status === "cancelled") ??
    run.steps.findLast((step) => step.attempts.length > 0) ??
    run.steps.findLast((step) => step.output !== undefined) ??
    run.steps[0];

  function select(nodeId: string) {
    setChosen(nodeId);
    const url = new URL(location.href);
    url.searchParams.set("step", nodeId);
    history.replaceState(null, "", url);
  }
  return [chosen ?? telling?.nodeId ?? null, select];
}

function spoken({ run, labelOf }: OpenedRun): string {
  const current = run.steps.findLast((step) => step.status === "running" || step.status === "waiting");
  const at = current
    ? ` ${labelOf(current.nodeId)}: ${STATUSES[current.status].word}, attempt ${current.attempts.length}.`
    : "";
  return `Run: ${STATUSES[run.status].word}.${at}`;
}
