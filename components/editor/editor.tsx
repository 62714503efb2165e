"use client";

import { useEffect, useRef, useState } from "react";
import { ReactFlowProvider } from "reactflow";
import { ChangesPill } from "@/components/editor/bar/changes-pill";
import { PublishDialog } from "@/components/editor/bar/publish-dialog";
import { SaveNotice } from "@/components/editor/bar/save-notice";
import { TopBar } from "@/components/editor/bar/top-bar";
import { Canvas } from "@/components/editor/canvas/canvas";
import { useSampleEvent } from "@/components/editor/data/use-sample-event";
import { HelpSheet } from "@/components/editor/keys/help-sheet";
import { useClipboard } from "@/components/editor/keys/use-clipboard";
import { useShortcuts } from "@/components/editor/keys/use-shortcuts";
import { AddPopover } from "@/components/editor/palette/add-popover";
import { StepPanel } from "@/components/editor/panel/step-panel";
import { RingBar } from "@/components/editor/run/ring-bar";
import { useFollowRing } from "@/components/editor/run/use-ring";
import { SettingsPanel } from "@/components/editor/settings/settings-panel";
import { Side } from "@/components/editor/side";
import { type Autosave, startAutosave } from "@/components/editor/store/autosave";
import { AutosaveProvider } from "@/components/editor/store/autosave-context";
import { EditorProvider, useEditor } from "@/components/editor/store/editor-context";
import type { EditorStore } from "@/components/editor/store/editor-state";
import { createEditorStore } from "@/components/editor/store/editor-store";
import { keepHistory, restoreHistory } from "@/components/editor/store/kept-history";
import type { Offers } from "@/components/editor/store/offers";
import { watchProblems } from "@/components/editor/store/watch-problems";
import type { Workflow } from "@/lib/domain/workflow/workflow";
import "@/components/fields/fields.css";

type EditorProps = { workflow: Workflow; offers: Offers };

/** The canvas with all that stands around it. */
export function Editor({ workflow, offers }: EditorProps) {
  const [store] = useState(() => createEditorStore(workflow, offers));
  const autosave = useStoreLife(store);
  return (
    <EditorProvider store={store}>
      <AutosaveProvider value={autosave}>
        <ReactFlowProvider>
          <Screen />
        </ReactFlowProvider>
      </AutosaveProvider>
    </EditorProvider>
  );
}

/** Saves, remembers and checks for as long as the editor is on the screen. */
function useStoreLife(store: EditorStore): () => Autosave | null {
  const autosave = useRef<Autosave>(null);
  const [read] = useState(() => () => autosave.current);

  useEffect(() => {
    const started = startAutosave(store);
    autosave.current = started;
    restoreHistory(store);
    const stops = [started.stop, keepHistory(store), watchProblems(store)];
    function guard(event: BeforeUnloadEvent) {
      if (store.getState().save.kind !== "saved") event.preventDefault();
    }
    window.addEventListener("beforeunload", guard);
    return () => {
      void started.flush();
      window.removeEventListener("beforeunload", guard);
      for (const stop of stops) stop();
    };
  }, [store]);

  return read;
}

function Screen() {
  useShortcuts();
  useClipboard();
  useSampleEvent();
  useFollowRing();
  return (
    <div className="flex h-[calc(100dvh-3.5rem)] min-h-0 flex-col overflow-hidden md:h-dvh">
      <TopBar />
      <div className="flex min-h-0 flex-1">
        <Side />
        <div className="relative min-w-0 flex-1">
          <Canvas />
          <ChangesPill />
          <SaveNotice />
          <RingBar />
        </div>
        <StepPanel />
        <SettingsPanel />
      </div>
      <AddPopover />
      <PublishDialog />
      <HelpSheet />
      <Announcer />
    </div>
  );
}

/** Says what happened on the canvas to whoever cannot see it. */
function Announcer() {
  const { text, number } = useEditor((state) => state.announcement);
  return (
    <p aria-live="polite" className="sr-only">
      <span key={number}>{text}</span>
    </p>
  );
}
