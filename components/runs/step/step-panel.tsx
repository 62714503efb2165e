"use client";

import { Tabs } from "@heroui/react";
import type { ReactNode } from "react";
import { AskedStep } from "@/components/runs/step/asked-step";
import { Attempts } from "@/components/runs/step/attempts";
import { Clauses, readClauses } from "@/components/runs/step/clauses";
import { WaitEnd } from "@/components/runs/step/wait-end";
import { durationText } from "@/components/ui/duration-text";
import { JsonView } from "@/components/ui/json-view/json-view";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { StatusChip } from "@/components/ui/status-chip";
import { explainStep } from "@/lib/domain/runs/explain";
import { receiverSays } from "@/lib/domain/runs/explain-attempt";
import type { Step } from "@/lib/domain/runs/run";

type StepPanelProps = {
  step: Step;
  label: string;
  /** What the run began with: the output of its first step. */
  began: ReactNode;
  /** Why it did nothing in this run, where it did not have to. */
  doneBefore: string | undefined;
  /** Whether whoever looks may answer what it asks. */
  mayDecide: boolean;
};

/** One step with all that is known of it. */
export function StepPanel({ step, label, began, doneBefore, mayDecide }: StepPanelProps) {
  const explained = explainStep(step, label);
  const last = step.attempts.at(-1);
  const said = step.status === "done" || !last ? undefined : receiverSays(last);
  const tabs = tabsOf(step, began);
  const tookMs = step.startedAt && step.endedAt ? Date.parse(step.endedAt) - Date.parse(step.startedAt) : null;

  return (
    <Section
      id="step"
      title={label}
      description={tookMs === null ? undefined : `Took ${durationText(tookMs)}.`}
      actions={<StatusChip status={step.status} />}
    >
      <div className="flex flex-col gap-4">
        {explained ? (
          <Notice tone={toneOf(step)} title={explained.headline}>
            {explained.hint}
            {step.waitsFor ? <WaitEnd waitsFor={step.waitsFor} /> : null}
            {said ? <q className="mt-1.5 block border-current border-l-2 pl-2.5 text-muted">{said}</q> : null}
          </Notice>
        ) : null}
        <AskedStep step={step} mayDecide={mayDecide} />
        {doneBefore ? (
          <p className="text-muted text-sm">
            {doneBefore}. Nothing was sent for it in this run.{" "}
            <a href="#ledger" className="text-link">
              See what was done outside
            </a>
          </p>
        ) : null}
        {step.status === "cancelled" ? (
          <p className="text-muted text-sm">The run was stopped while this step was at it, so it came to no end.</p>
        ) : null}
        {step.status === "skipped" ? (
          <p className="text-muted text-sm">Skipped: no way that was taken leads here.</p>
        ) : null}
        {tabs.length > 0 ? (
          <Tabs key={step.nodeId}>
            <Tabs.ListContainer className="w-fit max-w-full">
              <Tabs.List aria-label={`Parts of ${label}`}>
                {tabs.map((tab) => (
                  <Tabs.Tab key={tab.id} id={tab.id} className="whitespace-nowrap">
                    {tab.name}
                    <Tabs.Indicator />
                  </Tabs.Tab>
                ))}
              </Tabs.List>
            </Tabs.ListContainer>
            {tabs.map((tab) => (
              <Tabs.Panel key={tab.id} id={tab.id} className="px-0 pt-3">
                {tab.panel}
              </Tabs.Panel>
            ))}
          </Tabs>
        ) : null}
      </div>
    </Section>
  );
}

function toneOf({ status, waitsFor }: Step): "bad" | "warn" | "info" {
  if (status === "failed") return "bad";
  return waitsFor ? "info" : "warn";
}

type Tab = { id: string; name: string; panel: ReactNode };

function tabsOf({ status, attempts, input, output }: Step, began: ReactNode): Tab[] {
  if (status === "skipped") return [];
  const clauses = readClauses(input);
  const isTrigger = attempts.length === 0 && input === undefined && output === undefined;
  if (isTrigger) return [{ id: "output", name: "Output", panel: began }];
  return [
    ...(attempts.length > 0
      ? [{ id: "attempts", name: `Attempts ${attempts.length}`, panel: <Attempts attempts={attempts} /> }]
      : []),
    ...(clauses ? [{ id: "conditions", name: "Conditions", panel: <Clauses filter={clauses} /> }] : []),
    { id: "output", name: "Output", panel: <Data label="Output" value={output} none="It gave nothing yet." /> },
    { id: "input", name: "Input", panel: <Data label="Input" value={input} none="It needed nothing." /> },
  ];
}

function Data({ label, value, none }: { label: string; value: unknown; none: string }) {
  if (value === undefined || value === null) return <p className="text-muted text-sm">{none}</p>;
  return <JsonView label={label} value={value} openDepth={2} />;
}
