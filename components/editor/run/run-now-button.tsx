"use client";

import { Button } from "@heroui/react";
import { Play } from "lucide-react";
import { useState } from "react";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { RunNowDialog } from "@/components/workflows/run-now/run-now-dialog";
import type { Run } from "@/lib/domain/runs/run";

/** Starts the version that runs by hand, and shows the run on the canvas. There while that version can be started so. */
export function RunNowButton() {
  const store = useEditorStore();
  const fields = useEditor((state) => state.manualForm);
  const isPaused = useEditor((state) => state.status === "paused");
  const [isOpen, setIsOpen] = useState(false);
  if (!fields) return null;

  function follow(run: Run) {
    store.setState({ ring: { deliveryId: null, status: 201, run, isOver: false } });
    store.getState().announce("Started.");
    setIsOpen(false);
  }

  const { id, name } = store.getState();
  return (
    <>
      <Button size="sm" variant="outline" isDisabled={isPaused} onPress={() => setIsOpen(true)}>
        <Play aria-hidden />
        <span className="max-sm:sr-only">Run now</span>
      </Button>
      {isOpen ? (
        <RunNowDialog workflow={{ id, name, fields }} onClose={() => setIsOpen(false)} onStarted={follow} />
      ) : null}
    </>
  );
}
