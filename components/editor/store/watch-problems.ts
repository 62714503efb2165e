import type { EditorStore } from "@/components/editor/store/editor-state";
import { findProblems } from "@/components/editor/store/problems";

const PAUSE_MS = 120;

/** Looks for problems a moment after each change, so that dragging stays smooth. Returns how to stop. */
export function watchProblems(store: EditorStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = store.subscribe((state, before) => {
    const isSame = (["endpoints", "connections"] as const).every((offer) => state[offer] === before[offer]);
    if (isSame && state.history.present === before.history.present) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      store.setState((now) => ({ problems: findProblems(now.history.present, now) }));
    }, PAUSE_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
