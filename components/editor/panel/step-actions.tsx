"use client";

import { Button } from "@heroui/react";
import { CopyPlus, Trash2 } from "lucide-react";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { useFieldData } from "@/components/fields/field-data";

/** What can be done with the selected step as a whole. */
export function StepActions() {
  const store = useEditorStore();
  const { target } = useFieldData();
  // The data to pick from needs the room.
  if (target) return null;

  return (
    <div className="flex items-center justify-end gap-1 border-separator border-t px-3 py-2">
      <Button size="sm" variant="ghost" onPress={() => store.getState().duplicateSelected()}>
        <CopyPlus aria-hidden />
        Duplicate
      </Button>
      <Button size="sm" variant="ghost" className="text-bad" onPress={() => store.getState().deleteSelected()}>
        <Trash2 aria-hidden />
        Delete
      </Button>
    </div>
  );
}
