import type pg from "pg";
import { createBatcher } from "@/lib/platform/batcher";
import { applyChanges, type RunChange } from "@/lib/stores/engine/apply-changes";
import { type EndingRun, endRuns } from "@/lib/stores/engine/end-runs";
import { type FinishedStep, saveSteps } from "@/lib/stores/engine/save-steps";

/** The engine's writes. Those that concurrent runs make at the same time share a statement and a commit. */
export type Commits = {
  /** Whether the claim still held. */
  saveStep: (step: FinishedStep) => Promise<boolean>;
  /** Whether the run was still as the change found it. */
  applyChange: (change: RunChange) => Promise<boolean>;
  /** Whether the run was there and the claim still held. */
  endRun: (ending: EndingRun) => Promise<boolean>;
};

/** Two at a time: while one commits, the next fills up. */
const BATCHES = { batchSizeMax: 200, inFlightMax: 2, waitingMax: 100_000 };

export function createCommits(pool: pg.Pool): Commits {
  return {
    saveStep: createBatcher({ ...BATCHES, flush: (steps: FinishedStep[]) => saveSteps(pool, steps) }),
    applyChange: createBatcher({ ...BATCHES, flush: (changes: RunChange[]) => applyFirstOfEach(pool, changes) }),
    endRun: createBatcher({ ...BATCHES, flush: (ending: EndingRun[]) => endRuns(pool, ending) }),
  };
}

/** A second change of the same run was made from a reading that the first outdates. */
async function applyFirstOfEach(pool: pg.Pool, changes: RunChange[]): Promise<boolean[]> {
  const first = new Map(changes.toReversed().map((change) => [change.runId, change]));
  const isFirst = (change: RunChange) => first.get(change.runId) === change;
  const applied = await applyChanges(pool, changes.filter(isFirst));
  let next = 0;
  return changes.map((change) => isFirst(change) && applied[next++] === true);
}
