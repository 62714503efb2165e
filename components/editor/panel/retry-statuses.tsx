"use client";

import { useId, useState } from "react";
import { parseStatuses, writeStatuses } from "@/components/editor/panel/status-list";
import { SelectBox } from "@/components/fields/select-box";

const CHOICES = [
  { value: "usual", label: "The usual ones" },
  { value: "own", label: "Only these" },
];

/** What to begin with when somebody names them. */
const FIRST: readonly number[] = [429, 502, 503, 504];

type RetryStatusesProps = {
  /** Undefined for the usual ones. */
  statuses: readonly number[] | undefined;
  onChange: (statuses: number[] | undefined) => void;
};

/** Which answers of the receiver are worth another try. What is typed stays as typed; only statuses are taken. */
export function RetryStatuses({ statuses, onChange }: RetryStatusesProps) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const parsed = draft === undefined ? undefined : parseStatuses(draft);
  const complaint = parsed && !parsed.ok ? parsed.message : undefined;

  function take(text: string) {
    setDraft(text);
    const read = parseStatuses(text);
    if (read.ok) onChange(read.statuses);
  }

  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        Answers that are tried again
      </label>
      <SelectBox
        id={id}
        value={statuses ? "own" : "usual"}
        onChange={(choice) => onChange(choice === "own" ? [...FIRST] : undefined)}
        choices={CHOICES}
      />
      {statuses ? (
        <>
          <input
            className="box-input font-mono text-[0.8125rem]"
            aria-label="Statuses that are tried again"
            aria-describedby={`${id}-help`}
            aria-invalid={complaint !== undefined}
            placeholder="429, 500-503"
            autoComplete="off"
            value={draft ?? writeStatuses(statuses)}
            onChange={(event) => take(event.target.value)}
            onBlur={() => setDraft(undefined)}
          />
          <p id={`${id}-help`} className={`text-xs ${complaint ? "text-warn" : "text-muted"}`}>
            {complaint ?? "Statuses and ranges, with commas between them. Everything else fails at once."}
          </p>
        </>
      ) : (
        <p className="text-pretty text-muted text-xs">
          408, 425, 429 and 500 to 599: the receiver was busy, or had a fault of its own.
        </p>
      )}
    </div>
  );
}
