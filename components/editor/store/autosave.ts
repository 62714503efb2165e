import { callApi } from "@/components/api/call-api";
import type { EditorStore } from "@/components/editor/store/editor-state";
import type { Graph } from "@/lib/domain/workflow/graph";
import type { Workflow } from "@/lib/domain/workflow/workflow";

const PAUSE_MS = 800;
const RETRY_MS = 4_000;

export type Autosave = {
  /** Saves what is not saved yet. Says whether all is saved now. */
  flush: () => Promise<boolean>;
  /** Ends a conflict: takes over their number, so that the next save replaces what they saved. */
  overwrite: () => Promise<void>;
  /** Ends a conflict: takes their drawing. Undo brings back one's own. */
  takeTheirs: () => Promise<void>;
  stop: () => void;
};

/** Browser only: saves the drawing a moment after each change, one save at a time, each naming the one before it. */
export function startAutosave(store: EditorStore): Autosave {
  let savedGraph = store.getState().history.present;
  let inFlight: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stopListening = store.subscribe((state, before) => {
    if (state.history.present !== before.history.present && state.save.kind !== "conflict") saveIn(PAUSE_MS);
  });
  window.addEventListener("online", saveNow);

  function isSaved(): boolean {
    return store.getState().history.present === savedGraph;
  }

  function saveIn(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(saveNow, delayMs);
  }

  function saveNow(): void {
    clearTimeout(timer);
    if (inFlight) return;
    if (isSaved()) {
      if (store.getState().save.kind === "unsaved") store.setState({ save: { kind: "saved" } });
      return;
    }
    inFlight = saveOnce().finally(() => {
      inFlight = null;
      if (!isSaved() && store.getState().save.kind === "unsaved") saveIn(PAUSE_MS);
    });
  }

  async function saveOnce(): Promise<void> {
    const { id, revision, history } = store.getState();
    const graph = history.present;
    store.setState({ save: { kind: "saving" } });
    const answer = await callApi<Workflow>("PUT", `/api/v1/workflows/${id}/draft`, { graph, revision });
    if (answer.ok) return tookIt(graph, answer.value);
    if (answer.code === "stale_revision") store.setState({ save: { kind: "conflict" } });
    else if (isPassing(answer.code)) {
      store.setState({ save: { kind: "offline" } });
      saveIn(RETRY_MS);
    } else store.setState({ save: { kind: "refused", message: answer.error } });
  }

  function tookIt(graph: Graph, { revision, hasUnpublishedChanges }: Workflow): void {
    savedGraph = graph;
    store.setState({ revision, hasUnpublishedChanges, save: { kind: isSaved() ? "saved" : "unsaved" } });
  }

  async function readTheirs(): Promise<Workflow | undefined> {
    const answer = await callApi<Workflow>("GET", `/api/v1/workflows/${store.getState().id}`);
    if (answer.ok) store.setState({ revision: answer.value.revision, save: { kind: "unsaved" } });
    return answer.ok ? answer.value : undefined;
  }

  return {
    async flush() {
      // A save that is under way may be older than the last change: then one more is due.
      for (let round = 0; round < 3 && !isSaved(); round++) {
        saveNow();
        await inFlight;
      }
      return isSaved();
    },
    async overwrite() {
      if (await readTheirs()) saveNow();
    },
    async takeTheirs() {
      const theirs = await readTheirs();
      if (!theirs) return;
      savedGraph = theirs.graph;
      store.getState().edit(theirs.graph);
      tookIt(theirs.graph, theirs);
    },
    stop() {
      stopListening();
      window.removeEventListener("online", saveNow);
      clearTimeout(timer);
    },
  };
}

/** Whether it is worth trying again with the same drawing. */
function isPassing(code: string): boolean {
  return code === "offline" || code === "unavailable" || code === "unreadable" || code === "rate_limited";
}
