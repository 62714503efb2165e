"use client";

import { cn } from "@heroui/styles";
import { type ReactNode, useId } from "react";

export type ChoiceCard = {
  value: string;
  title: string;
  help?: ReactNode;
  /** A word on the right: how good it is. */
  badge?: { word: string; tone: "good" | "note" | "warn" } | undefined;
};

const TONES = { good: "bg-good-soft text-good", note: "bg-note-soft text-note", warn: "bg-warn-soft text-warn" };

type ChoiceCardsProps = {
  label: string;
  /** Where a heading above says the same. */
  isLabelHidden?: boolean;
  value: string;
  onChange: (value: string) => void;
  choices: readonly ChoiceCard[];
};

/** One of a few that need a sentence each: the browser's own radio buttons, drawn as cards. */
export function ChoiceCards({ label, isLabelHidden = false, value, onChange, choices }: ChoiceCardsProps) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="flex flex-col gap-2">
      {isLabelHidden ? null : (
        <p aria-hidden className="font-medium text-foreground text-sm">
          {label}
        </p>
      )}
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="flex cursor-pointer items-start gap-3 rounded-xl border border-border bg-surface px-3.5 py-3 transition-colors hover:border-field-border has-focus-visible:outline-2 has-focus-visible:outline-focus has-checked:border-focus has-checked:bg-accent-soft/45"
        >
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="peer sr-only"
          />
          <span
            aria-hidden
            className="mt-0.5 grid size-4.5 shrink-0 place-items-center rounded-full border border-field-border bg-(--field-background) after:size-2 after:scale-0 after:rounded-full after:bg-ink after:transition-transform peer-checked:border-brass peer-checked:bg-brass peer-checked:after:scale-100"
          />
          <span className="flex min-w-0 flex-1 flex-col gap-0.5">
            <span className="wrap-anywhere font-medium text-foreground text-sm">{choice.title}</span>
            {choice.help ? <span className="wrap-anywhere text-pretty text-muted text-sm">{choice.help}</span> : null}
          </span>
          {choice.badge ? (
            <span
              className={cn(
                "mt-px shrink-0 rounded-full px-2 py-0.5 font-medium text-xs leading-4.5",
                TONES[choice.badge.tone],
              )}
            >
              {choice.badge.word}
            </span>
          ) : null}
        </label>
      ))}
    </div>
  );
}
