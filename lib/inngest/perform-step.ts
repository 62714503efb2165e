import { RetryAfterError } from "inngest";
import { z } from "zod";
import type { Planned } from "@/lib/catalog/nodes/define-node";
import { findNode } from "@/lib/catalog/nodes/index";
import type { Effect } from "@/lib/domain/runs/effect";
import { type Node, nodeLabel } from "@/lib/domain/workflow/graph";
import { log } from "@/lib/platform/log";
import { WAIT_ENDED } from "@/lib/services/hand-over";
import { performInTurn } from "@/lib/services/steps/perform-attempt";
import { performOnce } from "@/lib/services/steps/perform-once";
import { beginSleep, endSleep } from "@/lib/services/steps/sleep";
import { transportOf } from "@/lib/services/steps/transport-of";
import { beginWait, endWaiting, WaitBegun } from "@/lib/services/steps/wait";
import type { RunInProgress } from "@/lib/services/take-up-run";
import type { StepRecord } from "@/lib/stores/step-rows";

/** What Inngest remembers of a step: only the way out. What it gave stays in our own tables. */
type Left = { port: string | null };
const Turn = z.object({ turnAtMs: z.number().optional() });
const Asleep = z.object({ untilMs: z.number() });

type StepEnd = Pick<StepRecord, "status" | "port" | "output" | "error">;

/** The part of Inngest's tools that a step uses. */
export type DurableSteps = {
  run: (options: { id: string; name: string }, work: () => Promise<unknown>) => Promise<unknown>;
  sleepUntil: (id: string, time: Date) => Promise<void>;
  waitForEvent: (
    options: { id: string; name: string },
    event: { event: string; timeout: string; if: string },
  ) => Promise<unknown>;
};

/** Plans a node and does what it wants done. A node that cannot be planned fails, like a request that does. */
export async function performStep(run: RunInProgress, node: Node, steps: DurableSteps): Promise<Left> {
  const before = run.endedBefore[node.id];
  if (before) return note(run, node.id, before);
  const startedAtMs = Date.now();
  const planned = findNode(node.type)?.plan(node.config, run.scope) ?? UNKNOWN_NODE;
  const step = { nodeId: node.id, input: planned.input, startedAtMs, endedAtMs: Date.now() };
  const fail = (message: string, output: unknown = null): Left => {
    const port = hasErrorEdge(run, node) ? "error" : null;
    return settle(run, { ...step, status: "failed", port, output, error: message });
  };
  if (!planned.ok) return fail(planned.message);

  const { effect } = planned;
  switch (effect.kind) {
    case "leave": {
      // The trigger's output is the delivery, which the log has already.
      const output = node.id === run.startId ? null : effect.output;
      return settle(run, { ...step, status: "done", port: effect.port, output, error: null });
    }
    case "fail":
      return fail(effect.message, effect.output);
    case "request":
    case "mail":
    case "query":
      return runStep(run, { node, planned, effect }, steps);
    case "code":
    case "store":
    case "reply":
      return doStep(run, { node, planned, effect }, steps);
    case "sleep":
      return sleep(run, { node, planned, effect }, steps);
    case "wait":
    case "run-workflow":
    case "for-each":
      return wait(run, { node, planned, effect }, steps);
  }
}

const UNKNOWN_NODE: Planned = {
  ok: false,
  input: null,
  message: "This version of Doorbell does not know this kind of step.",
};

type Kind<Name extends Effect["kind"]> = Extract<Effect, { kind: Name }>;
type Performing<Name extends Effect["kind"]> = { node: Node; planned: Planned; effect: Kind<Name> };

/**
 * Sends within one step of Inngest's, which comes back to it until it has ended. What is turned back in a crowd sleeps
 * outside of it and has its turn in another one: to wait is no failed try.
 */
async function runStep(
  run: RunInProgress,
  { node, planned }: Performing<"request" | "mail" | "query">,
  steps: DurableSteps,
): Promise<Left> {
  const name = nodeLabel(node);
  let ended: StepEnd | undefined;
  const perform = () =>
    interruptible(async () => {
      const transport = await transportOf(run, node);
      const performing = { node, input: planned.input, transport, hasErrorEdge: hasErrorEdge(run, node) };
      const performed = await performInTurn(run, performing);
      if (performed.kind === "again") throw new RetryAfterError(performed.message, performed.pauseMs);
      if (performed.kind === "turned-back") return { turnAtMs: Date.now() + performed.pauseMs };
      ended = performed.step;
      return { port: performed.step.port };
    });
  for (let turn = 0; ; turn += 1) {
    const place = turn === 0 ? node.id : `${node.id}:turn-${turn}`;
    const { turnAtMs } = Turn.parse(await steps.run({ id: place, name }, perform));
    if (turnAtMs === undefined) break;
    await steps.sleepUntil(`${place}:wait`, new Date(turnAtMs));
  }
  return note(run, node.id, known(run, node, ended));
}

/** Does something of our own, in one step of Inngest's. */
async function doStep(
  run: RunInProgress,
  { node, planned, effect }: Performing<"code" | "store" | "reply">,
  steps: DurableSteps,
): Promise<Left> {
  let ended: StepEnd | undefined;
  await steps.run({ id: node.id, name: nodeLabel(node) }, () =>
    interruptible(async () => {
      const step = await performOnce(run, {
        node,
        input: planned.input,
        effect,
        hasErrorEdge: hasErrorEdge(run, node),
      });
      ended = step;
      return { port: step.port };
    }),
  );
  return note(run, node.id, known(run, node, ended));
}

async function sleep(
  run: RunInProgress,
  { node, planned, effect }: Performing<"sleep">,
  steps: DurableSteps,
): Promise<Left> {
  const name = nodeLabel(node);
  const begun = await steps.run({ id: `${node.id}:begin`, name: `${name}: begins` }, () =>
    interruptible(() => beginSleep(run, { node, input: planned.input, untilMs: effect.untilMs })),
  );
  const { untilMs } = Asleep.parse(begun);
  await steps.sleepUntil(node.id, new Date(untilMs));
  let ended: StepEnd | undefined;
  await steps.run({ id: `${node.id}:end`, name: `${name}: goes on` }, () =>
    interruptible(async () => {
      ended = await endSleep(run, { node, input: planned.input, untilMs });
      return { port: "out" };
    }),
  );
  return note(run, node.id, known(run, node, ended));
}

async function wait(
  run: RunInProgress,
  { node, planned, effect }: Performing<"wait" | "run-workflow" | "for-each">,
  steps: DurableSteps,
): Promise<Left> {
  const name = nodeLabel(node);
  const begun = await steps.run({ id: `${node.id}:begin`, name: `${name}: begins` }, () =>
    interruptible(() => beginWait(run, { node, input: planned.input, effect })),
  );
  const { waitId, timeoutMs, refusal } = WaitBegun.parse(begun);
  if (waitId !== null) {
    await steps.waitForEvent(
      { id: node.id, name },
      {
        event: WAIT_ENDED,
        timeout: `${Math.ceil(timeoutMs / 1_000)}s`,
        if: `event.data.runId == async.data.runId && async.data.waitId == '${waitId}'`,
      },
    );
  }
  let ended: StepEnd | undefined;
  await steps.run({ id: `${node.id}:end`, name: `${name}: goes on` }, () =>
    interruptible(async () => {
      const ending = { node, input: planned.input, effect, refusal, hasErrorEdge: hasErrorEdge(run, node) };
      const step = await endWaiting(run, ending);
      ended = step;
      return { port: step.port };
    }),
  );
  return note(run, node.id, known(run, node, ended));
}

function hasErrorEdge(run: RunInProgress, node: Node): boolean {
  return run.graph.edges.some((edge) => edge.from === node.id && edge.port === "error");
}

/** What Inngest has done already was written down before it knew. */
function known(run: RunInProgress, node: Node, ended: StepEnd | undefined): StepEnd {
  if (ended) return ended;
  throw new Error(`Inngest knows of a step that was never written: ${node.id} of ${run.id}.`);
}

/** Ends a step that has no effect. It is written together with the next one that has, or with the run's end. */
function settle(run: RunInProgress, step: StepRecord): Left {
  run.unwritten.push(step);
  return note(run, step.nodeId, step);
}

function note(run: RunInProgress, nodeId: string, end: StepEnd): Left {
  run.ended.push({ nodeId, status: end.status, port: end.port, error: end.error });
  if (end.output !== null) run.scope.steps[nodeId] = end.output;
  return { port: end.port };
}

/** Inngest tries again by itself, but would keep the reason to itself, too. */
async function interruptible<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RetryAfterError)) log.error("A step was interrupted and will be tried again.", error);
    throw error;
  }
}
