"use client";

import { EventTag } from "@/components/deliveries/sample/event-tag";
import { useEditor } from "@/components/editor/store/editor-context";

/** Says whether the data to pick from really arrived, or is only a sample. */
export function SampleNote() {
  const sample = useEditor((state) => state.sample);
  return sample ? <EventTag event={sample} /> : <>Nothing to choose from yet.</>;
}
