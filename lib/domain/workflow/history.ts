/** What can be taken back and done again: states, oldest first. */
export type History<State> = {
  past: readonly State[];
  present: State;
  /** What was taken back, the latest first. */
  future: readonly State[];
  /** The change that led here; one of the same key goes into it. */
  last: Change | null;
};

/** A change that others of the same key run on from: letters typed into one field, a node dragged. */
export type Change = {
  key: string;
  /** With a time, in ms, the change is over after a pause; without, it goes on as long as the key. */
  atMs?: number;
};

export const UNDO_MAX = 200;
const PAUSE_MS = 1_500;

export function beginHistory<State>(present: State): History<State> {
  return { past: [], present, future: [], last: null };
}

/** Goes on to a new state; the last 200 before it are kept. The same state again changes nothing. */
export function record<State>(history: History<State>, next: State, change: Change | null = null): History<State> {
  if (next === history.present) return history;
  if (change && history.last && runsOn(history.last, change)) {
    return { ...history, present: next, future: [], last: change };
  }
  const past = [...history.past, history.present].slice(-UNDO_MAX);
  return { past, present: next, future: [], last: change };
}

function runsOn(last: Change, change: Change): boolean {
  if (last.key !== change.key) return false;
  return last.atMs === undefined || change.atMs === undefined || change.atMs - last.atMs < PAUSE_MS;
}

export function undo<State>(history: History<State>): History<State> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    last: null,
  };
}

export function redo<State>(history: History<State>): History<State> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, last: null };
}
