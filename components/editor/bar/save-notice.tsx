"use client";

import { Button } from "@heroui/react";
import { useAutosave } from "@/components/editor/store/autosave-context";
import { useEditor } from "@/components/editor/store/editor-context";
import { Notice } from "@/components/ui/notice";

/** What only a person can decide about saving: whose drawing stays. */
export function SaveNotice() {
  const save = useEditor((state) => state.save);
  const autosave = useAutosave();
  if (save.kind === "refused") {
    return (
      <div className="absolute inset-x-3 top-3 z-10 mx-auto max-w-xl">
        <Notice tone="bad" isAlert title="Doorbell does not take this drawing">
          {save.message}
        </Notice>
      </div>
    );
  }
  if (save.kind !== "conflict") return null;
  return (
    <div className="absolute inset-x-3 top-3 z-10 mx-auto max-w-xl">
      <Notice
        tone="warn"
        isAlert
        title="Changed elsewhere"
        actions={
          <>
            <Button size="sm" variant="outline" onPress={() => autosave()?.takeTheirs()}>
              Reload
            </Button>
            <Button size="sm" variant="outline" onPress={() => autosave()?.overwrite()}>
              Overwrite
            </Button>
          </>
        }
      >
        Somebody else, or another tab, has saved this workflow. Reload takes their drawing, and Undo brings yours back.
        Overwrite puts yours in its place.
      </Notice>
    </div>
  );
}
