"use client";

import { type Retriable, usableCurrent } from "@/components/runs/retry/retriable";
import { ChoiceCards } from "@/components/ui/choice-cards";
import type { RunRetry } from "@/lib/domain/runs/recovery";

type VersionChoiceProps = {
  retriable: Retriable;
  version: RunRetry["version"];
  onChange: (version: RunRetry["version"]) => void;
};

/** With which drawing a retry runs, where another one runs by now. */
export function VersionChoice({ retriable, version, onChange }: VersionChoiceProps) {
  const { run, current } = retriable;
  if (!current) return null;
  if (!usableCurrent(retriable)) {
    return (
      <p className="text-muted text-sm">
        It runs with version {run.version}, as before. In version {current.version}, which runs now, what started it is
        gone.
      </p>
    );
  }
  return (
    <ChoiceCards
      label="With which drawing?"
      value={version}
      onChange={(value) => onChange(value === "current" ? "current" : "same")}
      choices={[
        { value: "same", title: `Version ${run.version}, as before`, help: "The drawing that it ran with." },
        {
          value: "current",
          title: `Version ${current.version}, which runs now`,
          help: "Steps that have changed since are gone through anew, and so is what they lead to.",
        },
      ]}
    />
  );
}
