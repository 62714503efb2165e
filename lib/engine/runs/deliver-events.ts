import type { EngineCore } from "@/lib/engine/engine-core";
import { compileExpression, valueAt } from "@/lib/engine/protocol/compile-expression";
import { endRun } from "@/lib/engine/runs/end-run";
import { resumeStep } from "@/lib/engine/runs/resume-step";
import {
  type AcceptedEvent,
  ANY_VALUE,
  acceptEvent,
  type EngineEvent,
  holds,
  matchKeyOf,
  runsOfEvent,
} from "@/lib/engine/runs/start-runs";
import { type FoundWait, findWaits, listWaitPaths } from "@/lib/stores/engine/find-runs";
import { insertRuns } from "@/lib/stores/engine/insert-runs";

/** Begins what the events begin, goes on with what waits for them, cancels what they cancel. Answers with their ids. */
export async function deliverEvents(core: EngineCore, events: EngineEvent[]): Promise<string[]> {
  if (core.functions.size === 0) throw new Error("The engine has no functions yet: an event would be lost.");
  const accepted = events.map((event) => acceptEvent(event));
  await insertRuns(
    core.pool,
    accepted.flatMap((event, index) => runsOfEvent(core.functions, event, events[index]?.id)),
  );
  await meetWaits(core, accepted);
  core.wake();
  return accepted.map(({ id }) => id);
}

async function meetWaits(core: EngineCore, events: AcceptedEvent[]): Promise<void> {
  const paths = await listWaitPaths(core.pool, [...new Set(events.map(({ name }) => name))]);
  const keys = events.flatMap((event) =>
    paths.filter((awaited) => awaited.event === event.name).map(({ path }) => keyOf(event, path)),
  );
  if (keys.length === 0) return;
  const found = await findWaits(core.pool, keys);
  for (let start = 0; start < found.length; start += MET_AT_ONCE) {
    const some = found.slice(start, start + MET_AT_ONCE);
    await Promise.all(some.map(({ place, wait }) => meet(core, wait, keys[place]?.arrived)));
  }
}

/** As many as may ask for a database connection at the same time without waiting for it too long. */
const MET_AT_ONCE = 50;

function keyOf(arrived: AcceptedEvent, path: string) {
  const matchKey = path === "" ? ANY_VALUE : matchKeyOf(valueAt(arrived, path));
  return { arrived, event: arrived.name, path, matchKey };
}

function isMet(wait: FoundWait, arrived: AcceptedEvent): boolean {
  if (wait.expression === "") return true;
  const compiled = compileExpression(wait.expression);
  return compiled.ok && holds(compiled.expression, { event: JSON.parse(wait.event), async: arrived });
}

async function meet(core: EngineCore, wait: FoundWait, arrived: AcceptedEvent | undefined): Promise<void> {
  if (!arrived || !isMet(wait, arrived)) return;
  if (wait.isCancel) {
    const error = { name: "Error", message: `Cancelled by the event “${arrived.name}”.` };
    return endRun(core, wait, { status: "Cancelled", error });
  }
  const { runId, stepId } = wait;
  return resumeStep(core.pool, { runId, stepId, result: JSON.stringify({ data: arrived }) }, core.commits.applyChange);
}
