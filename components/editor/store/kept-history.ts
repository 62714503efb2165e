import { z } from "zod";
import type { EditorStore } from "@/components/editor/store/editor-state";
import { Graph } from "@/lib/domain/workflow/graph";
import type { History } from "@/lib/domain/workflow/history";

const WRITE_AFTER_MS = 400;
/** A tab may keep about 5 MB in all. */
const TEXT_LENGTH_MAX = 1_500_000;

const Kept = z.object({
  revision: z.number(),
  past: z.array(Graph),
  present: Graph,
  future: z.array(Graph),
});

/** Browser only: brings back what could be undone before a reload of this tab, and what was not saved yet. */
export function restoreHistory(store: EditorStore): void {
  const { id, revision, history } = store.getState();
  const kept = readKept(id);
  if (!kept) return;
  const isSameDrawing = JSON.stringify(kept.present) === JSON.stringify(history.present);
  // An older number and another drawing: somebody else has changed it since.
  if (kept.revision < revision && !isSameDrawing) return;
  const present = isSameDrawing ? history.present : kept.present;
  store.setState({
    revision: Math.max(kept.revision, revision),
    history: { past: kept.past, present, future: kept.future, last: null },
    ...(isSameDrawing ? {} : { hasUnpublishedChanges: true }),
  });
}

/** Browser only: keeps what can be undone for the time after a reload. Returns how to stop. */
export function keepHistory(store: EditorStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => writeKept(store.getState());
  const stop = store.subscribe((state, before) => {
    if (state.history === before.history && state.revision === before.revision) return;
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_AFTER_MS);
  });
  window.addEventListener("pagehide", write);
  return () => {
    stop();
    clearTimeout(timer);
    window.removeEventListener("pagehide", write);
    write();
  };
}

function keyOf(id: string): string {
  return `doorbell-history:${id}`;
}

function readKept(id: string): z.infer<typeof Kept> | undefined {
  try {
    return Kept.safeParse(JSON.parse(sessionStorage.getItem(keyOf(id)) ?? "null")).data;
  } catch {
    return undefined;
  }
}

type Keepable = { id: string; revision: number; history: History<Graph> };

/** Drawings of one workflow are about equally long: as many are kept as there is room for, the nearest ones. */
function writeKept({ id, revision, history: { past, present, future } }: Keepable): void {
  const count = Math.max(1, Math.floor(TEXT_LENGTH_MAX / JSON.stringify(present).length));
  const kept = { revision, past: past.slice(-count), present, future: future.slice(0, count) };
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify(kept));
  } catch {
    // The tab's room is used up. What can be undone then ends with a reload.
    sessionStorage.removeItem(keyOf(id));
  }
}
