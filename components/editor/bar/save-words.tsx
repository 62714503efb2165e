"use client";

import { Check, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";
import { useEditor } from "@/components/editor/store/editor-context";

/** How far the drawing is saved, always in words. */
export function SaveWords() {
  const save = useEditor((state) => state.save);
  const isBusy = save.kind === "saving" || save.kind === "unsaved";
  const words = {
    saved: "Saved",
    unsaved: "Saving…",
    saving: "Saving…",
    offline: "Offline, will retry",
    conflict: "Changed elsewhere",
    refused: "Not saved",
  }[save.kind];
  const Icon = isBusy
    ? LoaderCircle
    : save.kind === "saved"
      ? Check
      : save.kind === "offline"
        ? CloudOff
        : TriangleAlert;
  const tone = isBusy || save.kind === "saved" ? "text-muted" : "text-warn";
  return (
    <span
      role="status"
      data-save={save.kind}
      title={save.kind === "refused" ? save.message : undefined}
      className={`flex shrink-0 items-center gap-1.5 whitespace-nowrap text-xs ${tone}`}
    >
      <Icon aria-hidden className={`size-3.5 ${isBusy ? "motion-safe:animate-spin" : ""}`} />
      <span className="max-sm:sr-only">{words}</span>
    </span>
  );
}
