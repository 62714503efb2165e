"use client";

import { Button } from "@heroui/react";
import { ArrowLeft, Keyboard, ListTree, Plus, Redo2, Undo2 } from "lucide-react";
import Link from "next/link";
import { PauseButton } from "@/components/editor/bar/pause-button";
import { ProblemsButton } from "@/components/editor/bar/problems-button";
import { SaveWords } from "@/components/editor/bar/save-words";
import { SettingsButton } from "@/components/editor/bar/settings-button";
import { VersionsButton } from "@/components/editor/bar/versions-button";
import { WorkflowName } from "@/components/editor/bar/workflow-name";
import { RingButton } from "@/components/editor/run/ring-button";
import { RunNowButton } from "@/components/editor/run/run-now-button";
import { useEditor } from "@/components/editor/store/editor-context";
import { IconButton } from "@/components/ui/icon-button";
import { StatusChip } from "@/components/ui/status-chip";

/** What the workflow is called, how it is, and all that is done to it as a whole. */
export function TopBar() {
  const status = useEditor((state) => (state.publishedVersion === null ? "draft" : state.status));
  const show = useEditor((state) => state.show);
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-border border-b bg-surface px-2 py-2 md:h-14 md:flex-nowrap md:px-3 md:py-0">
      <div className="flex min-w-0 flex-1 items-center gap-2 max-md:basis-full">
        <Link
          href="/workflows"
          aria-label="All workflows"
          className="grid size-9 shrink-0 place-items-center rounded-lg text-muted hover:bg-surface-secondary hover:text-foreground"
        >
          <ArrowLeft aria-hidden className="size-4.5" />
        </Link>
        <WorkflowName />
        <StatusChip status={status} />
        <SaveWords />
        <span className="flex-1" />
        <div className="md:hidden">
          <PublishButton />
        </div>
      </div>
      <div className="flex items-center gap-0.5 overflow-x-auto *:shrink-0 max-md:w-full max-md:pb-0.5">
        <div className="flex items-center gap-1 md:hidden">
          <Button size="sm" variant="outline" onPress={() => show({ sheet: "palette" })}>
            <Plus aria-hidden />
            <span className="max-sm:sr-only">Add</span>
          </Button>
          <IconButton icon={ListTree} size="sm" label="Outline" onPress={() => show({ sheet: "outline" })} />
        </div>
        <UndoButtons />
        <span aria-hidden className="mx-1 h-5 w-px bg-separator max-sm:hidden" />
        <ProblemsButton />
        <VersionsButton />
        <SettingsButton />
        <PauseButton />
        <span className="max-md:hidden">
          <IconButton icon={Keyboard} size="sm" label="Shortcuts" onPress={() => show({ isHelpOpen: true })} />
        </span>
        <span className="w-1" />
        <RunNowButton />
        <RingButton />
        <div className="ml-1 max-md:hidden">
          <PublishButton />
        </div>
      </div>
    </header>
  );
}

function PublishButton() {
  const isOpen = useEditor((state) => state.isPublishOpen);
  const show = useEditor((state) => state.show);
  return (
    // While its dialog is open, “Publish” is the button in there.
    <span aria-hidden={isOpen}>
      <Button size="sm" onPress={() => show({ isPublishOpen: true })}>
        Publish
      </Button>
    </span>
  );
}

function UndoButtons() {
  const canUndo = useEditor((state) => state.history.past.length > 0);
  const canRedo = useEditor((state) => state.history.future.length > 0);
  const undo = useEditor((state) => state.undo);
  const redo = useEditor((state) => state.redo);
  return (
    <>
      <IconButton icon={Undo2} size="sm" label="Undo" isDisabled={!canUndo} onPress={undo} />
      <IconButton icon={Redo2} size="sm" label="Redo" isDisabled={!canRedo} onPress={redo} />
    </>
  );
}
