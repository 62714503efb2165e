"use client";

import { useEffect } from "react";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { readClipping } from "@/lib/domain/workflow/edit/paste";

/** Copy, cut and paste of steps by the system's clipboard: also into another workflow, tab or message. */
export function useClipboard(): void {
  const store = useEditorStore();

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;

    function copy(event: ClipboardEvent): boolean {
      if (isForText(event.target)) return false;
      const clipping = store.getState().copySelected();
      if (!clipping || !event.clipboardData) return false;
      event.clipboardData.setData("text/plain", JSON.stringify(clipping));
      event.preventDefault();
      return true;
    }
    document.addEventListener("copy", copy, { signal });
    document.addEventListener(
      "cut",
      (event) => {
        if (copy(event)) store.getState().deleteSelected();
      },
      { signal },
    );
    document.addEventListener(
      "paste",
      (event) => {
        if (isForText(event.target)) return;
        const clipping = readClipping(event.clipboardData?.getData("text/plain") ?? "");
        if (!clipping) return;
        event.preventDefault();
        store.getState().paste(clipping);
      },
      { signal },
    );
    return () => listening.abort();
  }, [store]);
}

/** Text that is being typed, or that was marked to be copied. */
function isForText(target: EventTarget | null): boolean {
  if (target instanceof Element && target.closest("input, textarea, select, [role=dialog]")) return true;
  return (window.getSelection()?.toString() ?? "") !== "";
}
