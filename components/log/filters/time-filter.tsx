"use client";

import { useState } from "react";
import { FilterSelect } from "@/components/log/filters/filter-select";
import type { Filters } from "@/components/log/filters/use-filters";
import { useHydrated } from "@/components/log/time/use-hydrated";

const HOUR_MS = 3_600_000;
const PRESETS = [
  { value: String(HOUR_MS), name: "Last hour" },
  { value: String(24 * HOUR_MS), name: "Last 24 hours" },
  { value: String(7 * 24 * HOUR_MS), name: "Last 7 days" },
  { value: "between", name: "Between…" },
];

/** A span of time: the last hour, day or week, or from one moment to another, by the reader's clock. */
export function TimeFilter({ filters }: { filters: Filters }) {
  const [isChoosing, setIsChoosing] = useState(false);
  const from = filters.value("from");
  const to = filters.value("to");
  const isBetween = isChoosing || from !== "" || to !== "";

  function choose(value: string) {
    setIsChoosing(value === "between");
    if (value === "") filters.change({ from: "", to: "" });
    else if (value !== "between") filters.change({ from: new Date(Date.now() - Number(value)).toISOString(), to: "" });
  }

  return (
    <>
      <FilterSelect
        label="Time"
        all="Any time"
        value={isBetween ? "between" : ""}
        choices={PRESETS}
        onChange={choose}
      />
      {isBetween ? (
        <>
          <TimeInput label="From" value={from} onChange={(value) => filters.change({ from: value })} />
          <TimeInput label="To" value={to} onChange={(value) => filters.change({ to: value })} />
        </>
      ) : null}
    </>
  );
}

type TimeInputProps = { label: string; value: string; onChange: (value: string) => void };

function TimeInput({ label, value, onChange }: TimeInputProps) {
  const isHydrated = useHydrated();
  return (
    <label className="flex h-9 min-w-0 items-center gap-2 rounded-xl border border-(--field-border) bg-(--field-background) px-3 text-sm">
      <span className="text-muted">{label}</span>
      <input
        type="datetime-local"
        className="min-w-0 flex-1 bg-transparent outline-none"
        value={isHydrated ? localText(value) : ""}
        onChange={({ target }) => onChange(target.value === "" ? "" : new Date(target.value).toISOString())}
      />
    </label>
  );
}

/** As the browser's input wants it: local time, to the minute. */
function localText(at: string): string {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) return "";
  return new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
