"use client";

import { SlidersHorizontal } from "lucide-react";
import { focusSoon } from "@/components/editor/keys/focus-soon";
import { useEditor } from "@/components/editor/store/editor-context";
import { IconButton } from "@/components/ui/icon-button";

/** The id of the button, which gets the focus back when its panel closes. */
export const SETTINGS_BUTTON_ID = "workflow-settings";

/** Opens how the workflow runs. It is marked where something is set there. */
export function SettingsButton() {
  const isOpen = useEditor((state) => state.isSettingsOpen);
  const isSet = useEditor(({ history }) => history.present.settings !== undefined);
  const show = useEditor((state) => state.show);

  function toggle() {
    show({ isSettingsOpen: !isOpen, sheet: null });
    if (!isOpen) focusSoon(() => document.querySelector("[data-panel] input"));
  }

  return (
    <span className="relative">
      <IconButton
        icon={SlidersHorizontal}
        size="sm"
        label={isSet ? "How it runs: limits are set" : "How it runs"}
        aria-expanded={isOpen}
        onPress={toggle}
        id={SETTINGS_BUTTON_ID}
      />
      {isSet ? (
        <span aria-hidden className="pointer-events-none absolute top-1 right-1 size-2 rounded-full bg-brass" />
      ) : null}
    </span>
  );
}
