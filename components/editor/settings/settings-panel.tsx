"use client";

import { SlidersHorizontal, X } from "lucide-react";
import { useMemo } from "react";
import { eventName } from "@/components/deliveries/sample/event-tag";
import { SETTINGS_BUTTON_ID } from "@/components/editor/bar/settings-button";
import { triggerData } from "@/components/editor/data/node-data";
import { SampleNote } from "@/components/editor/data/sample-note";
import { focusSoon } from "@/components/editor/keys/focus-soon";
import { PanelFrame } from "@/components/editor/panel/panel-frame";
import { SettingsForm } from "@/components/editor/settings/settings-form";
import { useEditor } from "@/components/editor/store/editor-context";
import { FieldDataProvider } from "@/components/fields/field-data";
import { DataPicker } from "@/components/fields/picker/data-picker";
import { IconButton } from "@/components/ui/icon-button";
import type { WorkflowSettings } from "@/lib/domain/workflow/settings";

const NONE: WorkflowSettings = {};

/** How the workflow runs, in the place of a step's settings. It is part of the drawing: undone, saved and published with it. */
export function SettingsPanel() {
  const isOpen = useEditor((state) => state.isSettingsOpen);
  return isOpen ? <OpenPanel /> : null;
}

function OpenPanel() {
  const settings = useEditor(({ history }) => history.present.settings ?? NONE);
  const sample = useEditor((state) => state.sample);
  const change = useEditor((state) => state.changeSettings);
  const show = useEditor((state) => state.show);
  const data = useMemo(() => triggerData(sample), [sample]);

  /** And back to where one came from. */
  function close() {
    show({ isSettingsOpen: false });
    focusSoon(() => document.getElementById(SETTINGS_BUTTON_ID));
  }

  return (
    <FieldDataProvider {...data} origin={sample && eventName(sample)} eventTypes={sample?.eventTypes ?? []}>
      <PanelFrame label="How it runs" aside={<DataPicker note={<SampleNote />} />} onClose={close}>
        <div className="flex items-center gap-3 px-4 pt-4 pb-3">
          <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-lg bg-quiet-soft text-quiet">
            <SlidersHorizontal className="size-4.5" />
          </span>
          <h2 className="min-w-0 flex-1 font-semibold text-[0.9375rem]">How it runs</h2>
          <IconButton icon={X} size="sm" label="Close the panel" onPress={close} />
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-1 pb-6">
          <SettingsForm settings={settings} change={change} />
        </div>
      </PanelFrame>
    </FieldDataProvider>
  );
}
