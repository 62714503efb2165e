import type { EditorStore } from "@/components/editor/store/editor-state";
import { findProblems } from "@/components/editor/store/problems";

const PAUSE_MS = 120;

/** Looks for problems a moment after each change, so that dragging stays smooth. Returns how to stop. */
export function watchProblems(store: EditorStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = store.subscribe((state, before) => {
    if (state.history.present === before.history.present && state.endpoints === before.endpoints) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { history, endpoints } = store.getState();
      store.setState({ problems: findProblems(history.present, endpoints) });
    }, PAUSE_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
