"use client";

import { useState } from "react";
import { KeyField } from "@/components/editor/settings/key-field";
import type { SettingsFormProps } from "@/components/editor/settings/settings-form-props";
import { BoundedNumber } from "@/components/fields/bounded-number";
import { ChoiceCards } from "@/components/ui/choice-cards";
import type { WorkflowSettings } from "@/lib/domain/workflow/settings";

const AT_ONCE = { usual: 5, min: 1, max: 1_000 };

type Mode = "free" | "order" | "limit";

const CHOICES = [
  { value: "free", title: "As many as come", help: "Each run begins at once, whatever else is under way." },
  {
    value: "order",
    title: "Keep them in order",
    help: "One at a time, in the order they came: the next begins when the one before has ended.",
  },
  { value: "limit", title: "At most so many at once", help: "The others wait their turn, in the order they came." },
];

/** How many runs there may be at once, all in all or for each value of something. */
export function AtOnceForm({ settings: { concurrency }, change }: SettingsFormProps) {
  const [chosen, setChosen] = useState<Mode>("order");
  const mode = modeOf(concurrency, chosen);
  const set = (part: Partial<NonNullable<WorkflowSettings["concurrency"]>>, key: string) =>
    concurrency && change({ concurrency: { ...concurrency, ...part } }, `concurrency.${key}`);

  function choose(next: string) {
    const { key } = concurrency ?? {};
    setChosen(next === "limit" ? "limit" : "order");
    if (next === "free") change({ concurrency: undefined });
    else change({ concurrency: { limit: next === "order" ? 1 : AT_ONCE.usual, ...(key ? { key } : {}) } });
  }

  return (
    <>
      <ChoiceCards label="How many at once" isLabelHidden value={mode} onChange={choose} choices={CHOICES} />
      {concurrency && mode === "limit" ? (
        <BoundedNumber
          label="Runs at once"
          help="From their beginning to their end, waiting included."
          value={concurrency.limit}
          bounds={AT_ONCE}
          isWhole
          onChange={(limit) => set({ limit }, "limit")}
        />
      ) : null}
      {concurrency ? (
        <KeyField
          label={mode === "order" ? "In order for each" : "For each value of"}
          help="Only what has the same value waits for each other: say, all about one customer. Empty: everything does."
          value={concurrency.key ?? ""}
          onChange={(key) => set({ key }, "key")}
        />
      ) : null}
    </>
  );
}

/** A limit of one may be on its way to ten: whoever chose a number goes on choosing one. */
function modeOf(concurrency: WorkflowSettings["concurrency"], chosen: Mode): Mode {
  if (!concurrency) return "free";
  return concurrency.limit > 1 ? "limit" : chosen;
}
