import type { ReactFlowInstance } from "reactflow";
import { focusSoon } from "@/components/editor/keys/focus-soon";
import { STEP_NAME_ID } from "@/components/editor/panel/step-name";
import type { EditorStore } from "@/components/editor/store/editor-state";
import { selectedNode } from "@/components/editor/store/selectors";

export type KeyTools = {
  store: EditorStore;
  flow: Pick<ReactFlowInstance, "zoomTo" | "zoomIn" | "zoomOut">;
  showAll: () => void;
  save: () => void;
  ring: () => void;
};

/** What each key does, by its name as `keyOf` gives it. */
export function editorKeys({ store, flow, showAll, save, ring }: KeyTools): Record<string, () => void> {
  const now = () => store.getState();
  const openPanel = () => {
    if (!selectedNode(now())) return;
    now().show({ isPanelOpen: true });
    focusSoon(() => document.querySelector("[data-panel] [role=tabpanel] :is(input, textarea, select)"));
  };
  return {
    "mod+z": () => now().undo(),
    "mod+shift+z": () => now().redo(),
    "mod+y": () => now().redo(),
    "mod+d": () => now().duplicateSelected(),
    "mod+a": () => now().select(now().history.present.nodes.map((node) => node.id)),
    "mod+s": save,
    "mod+enter": ring,
    "mod+shift+p": () => now().show({ isPublishOpen: true }),
    delete: () => now().deleteSelected(),
    backspace: () => now().deleteSelected(),
    enter: openPanel,
    f2: () => {
      openPanel();
      focusSoon(() => document.getElementById(STEP_NAME_ID));
    },
    o: () => {
      now().show({ side: now().side === "outline" ? "palette" : "outline" });
      focusSoon(() => document.querySelector('[role="tree"] [tabindex="0"]'));
    },
    "?": () => now().show({ isHelpOpen: true }),
    "1": showAll,
    "0": () => void flow.zoomTo(1),
    "+": () => void flow.zoomIn(),
    "-": () => void flow.zoomOut(),
    t: () => now().tidy(),
    escape: () => {
      const { isPanelOpen, isSettingsOpen, show, select } = now();
      if (isSettingsOpen) show({ isSettingsOpen: false });
      else if (isPanelOpen && selectedNode(now())) show({ isPanelOpen: false });
      else select([]);
    },
  };
}

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey">;

/** A key with what is held: `mod+shift+z`. Signs such as `?` and `+` say by themselves that Shift is held. */
export function keyOf({ key, ctrlKey, metaKey, shiftKey }: Pressed): string {
  const isShifted = shiftKey && /^[a-z]$|^.{2,}$/i.test(key);
  return `${ctrlKey || metaKey ? "mod+" : ""}${isShifted ? "shift+" : ""}${key.toLowerCase()}`;
}
