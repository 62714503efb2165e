"use client";

import { Undo2 } from "lucide-react";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { isChanged } from "@/components/editor/store/selectors";
import { notify } from "@/components/ui/notify";
import type { Version } from "@/lib/domain/workflow/workflow";

/** Says that what runs is not what is drawn, and leads back to it. */
export function ChangesPill() {
  const store = useEditorStore();
  const isShown = useEditor(
    (state) =>
      state.publishedVersion !== null &&
      isChanged(state) &&
      state.save.kind !== "conflict" &&
      state.save.kind !== "refused",
  );
  const [isPending, setIsPending] = useState(false);

  async function discard() {
    setIsPending(true);
    const { id, publishedVersion } = store.getState();
    const answer = await callApi<{ items: Version[] }>("GET", `/api/v1/workflows/${id}/versions`);
    setIsPending(false);
    const published = answer.ok ? answer.value.items.find(({ number }) => number === publishedVersion) : undefined;
    if (!published) {
      notify.bad(answer.ok ? "The published version could not be found." : answer.error);
      return;
    }
    store.getState().edit(published.graph);
    notify.good(`Back to version ${published.number}. Undo brings your changes back.`);
  }

  if (!isShown) return null;
  return (
    <div className="-translate-x-1/2 absolute top-3 left-1/2 z-10 flex h-9 animate-arrive items-center gap-1 whitespace-nowrap rounded-full border border-border bg-overlay pr-1 pl-3.5 text-sm shadow-card">
      <span aria-hidden className="mr-1 size-2 rounded-full bg-brass" />
      Unpublished changes
      <button
        type="button"
        disabled={isPending}
        onClick={discard}
        className="ml-1.5 flex h-7 items-center gap-1.5 rounded-full px-2.5 font-medium text-link hover:bg-accent-soft disabled:opacity-60"
      >
        <Undo2 aria-hidden className="size-3.5" />
        Discard
      </button>
    </div>
  );
}
