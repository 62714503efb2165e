import { edgeId } from "@/components/editor/canvas/to-flow";
import type { EditorState, EditorStore } from "@/components/editor/store/editor-state";
import type { Graph } from "@/lib/domain/workflow/graph";
import { type History, record, redo, undo } from "@/lib/domain/workflow/history";

type HistoryActions = Pick<EditorState, "edit" | "undo" | "redo" | "select" | "announce">;

/** Changes that can be taken back, and what goes with them: what is selected, what is told, what is to be saved. */
export function historyActions({ setState, getState }: EditorStore): HistoryActions {
  function travel(step: (history: History<Graph>) => History<Graph>, word: string): void {
    const history = step(getState().history);
    if (history === getState().history) return;
    const ids = new Set([...history.present.nodes.map((node) => node.id), ...history.present.edges.map(edgeId)]);
    setState(({ selected, save }) => ({
      history,
      save: touched(save),
      selected: new Set([...selected].filter((id) => ids.has(id))),
    }));
    getState().announce(word);
  }

  return {
    edit: (next, change = null) =>
      setState((state) => {
        const history = record(state.history, next, change);
        return history === state.history ? state : { history, save: touched(state.save) };
      }),
    undo: () => travel(undo, "Undone."),
    redo: () => travel(redo, "Done again."),
    select: (ids) => setState({ selected: new Set(ids) }),
    announce: (text) => setState(({ announcement }) => ({ announcement: { text, number: announcement.number + 1 } })),
  };
}

/** A change leaves what is shown about a failed save alone: that has to be solved first. */
function touched(save: EditorState["save"]): EditorState["save"] {
  return save.kind === "conflict" || save.kind === "offline" ? save : { kind: "unsaved" };
}
