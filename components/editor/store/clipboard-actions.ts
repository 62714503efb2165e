import type { EditorState, EditorStore } from "@/components/editor/store/editor-state";
import { copyNodes, cornerOf, pasteNodes } from "@/lib/domain/workflow/edit/paste";

type ClipboardActions = Pick<EditorState, "copySelected" | "paste" | "duplicateSelected">;

/** How far beside its original a copy lies. */
const OFFSET = { x: 48, y: 120 };

/** Taking steps along and putting them down. */
export function clipboardActions({ setState, getState }: EditorStore): ClipboardActions {
  const actions: ClipboardActions = {
    copySelected: () => {
      const clipping = copyNodes(getState().history.present, getState().selected);
      const count = clipping.graph.nodes.length;
      if (count === 0) return undefined;
      getState().announce(`Copied ${count === 1 ? "one step" : `${count} steps`}.`);
      return clipping;
    },
    paste: (clipping) => {
      const corner = cornerOf(clipping.graph.nodes);
      const place = { x: corner.x + OFFSET.x, y: corner.y + OFFSET.y };
      const pasted = pasteNodes(getState().history.present, clipping, place);
      getState().edit(pasted.graph);
      setState({ selected: new Set(pasted.ids), isPanelOpen: false });
      getState().announce(`Pasted ${pasted.ids.length === 1 ? "one step" : `${pasted.ids.length} steps`}.`);
    },
    duplicateSelected: () => {
      const clipping = actions.copySelected();
      if (clipping) actions.paste(clipping);
    },
  };
  return actions;
}
