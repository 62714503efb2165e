"use client";

import type { SampleEvent } from "@/components/editor/data/sample-event";
import { useEditor } from "@/components/editor/store/editor-context";
import { RelativeTime } from "@/components/ui/relative-time";

/** What the data at hand is, in words; null when there is none. */
export function sampleNote(sample: SampleEvent | null): string | null {
  if (!sample) return null;
  return sample.origin === "delivery" ? `The latest delivery: ${sample.name}` : `A sample: ${sample.name}`;
}

/** Says whether the data really arrived, or is only a sample. */
export function SampleNote() {
  const sample = useEditor((state) => state.sample);
  if (!sample) return <>Nothing to choose from yet.</>;
  if (sample.origin === "sample") {
    return (
      <span className="flex flex-wrap items-center gap-1.5">
        <span className="rounded-md bg-wait-soft px-1.5 font-medium text-wait leading-5">sample</span>
        {sample.name}
      </span>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <span className="rounded-md bg-good-soft px-1.5 font-medium text-good leading-5">latest</span>
      <span className="font-mono">{sample.name}</span>
      {sample.receivedAt ? <RelativeTime at={sample.receivedAt} /> : null}
    </span>
  );
}
