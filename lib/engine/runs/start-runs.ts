import { hashToUuid, newEngineId } from "@/lib/engine/engine-id";
import { type Expression, type ExpressionScope, valueAt } from "@/lib/engine/protocol/compile-expression";
import type { Listening, RegisteredFunction, RegisteredFunctions } from "@/lib/engine/protocol/register-functions";
import type { NewRun, NewWait } from "@/lib/stores/engine/insert-runs";

/** An event on its way in. An id makes a second one of the same id within 24 hours begin nothing. */
export type EngineEvent = {
  name: string;
  data?: unknown;
  id?: string | undefined;
  ts?: number | undefined;
  user?: unknown;
};

/** An event as functions see it. */
export type AcceptedEvent = { name: string; data: unknown; id: string; ts: number; user: unknown };

/** Gives an event what its sender left out. */
export function acceptEvent(event: EngineEvent, nowMs = Date.now()): AcceptedEvent {
  return {
    name: event.name,
    data: event.data ?? {},
    id: event.id ?? newEngineId(nowMs),
    ts: event.ts ?? nowMs,
    user: event.user ?? {},
  };
}

/** The runs that an event begins: one for each function that a trigger of it calls for. */
export function runsOfEvent(functions: RegisteredFunctions, event: AcceptedEvent, givenId?: string): NewRun[] {
  const json = JSON.stringify(event);
  const runs: NewRun[] = [];
  for (const called of functions.values()) {
    if (!called.triggers.some((trigger) => trigger.event === event.name && holds(trigger.condition, { event })))
      continue;
    const dedupeKeys = givenId === undefined ? [] : [hashToUuid("event", called.id, givenId)];
    if (called.idempotency)
      dedupeKeys.push(hashToUuid("idempotency", called.id, toText(called.idempotency, { event })));
    runs.push({ ...toRun(called, event, json), dedupeKeys });
  }
  return runs;
}

/** The run that another run invokes and waits for. Its id says which, since the SDK asks for it again in each call. */
export function invokedRun(
  called: RegisteredFunction,
  invocation: { data: unknown; parent: { runId: string; stepId: string } },
): NewRun {
  const event = acceptEvent({ name: "inngest/function.invoked", data: invocation.data });
  const { runId, stepId } = invocation.parent;
  return {
    ...toRun(called, event, JSON.stringify(event)),
    id: hashToUuid("invoke", runId, stepId),
    parent: invocation.parent,
  };
}

/** Whether a condition is met. No condition always is. */
export function holds(condition: Expression | undefined, scope: ExpressionScope): boolean {
  return condition === undefined || condition.evaluate(scope) === true;
}

/** What a run listens for, so that it is found by the arriving event's name and the value that must match. */
export function toWait(wait: Listening & { stepId: string; isCancel: boolean }, began: unknown): NewWait {
  const { condition, ...named } = wait;
  const match = condition?.match;
  return {
    ...named,
    expression: condition?.source ?? "",
    path: match?.asyncPath ?? "",
    matchKey: match ? matchKeyOf(valueAt(began, match.eventPath)) : ANY_VALUE,
  };
}

/** The key of waits that any event of their name may meet. */
export const ANY_VALUE = hashToUuid("any");

/** The key under which waits for this value are found. */
export function matchKeyOf(value: unknown): string {
  return hashToUuid("value", JSON.stringify(value) ?? "");
}

function toRun(called: RegisteredFunction, event: AcceptedEvent, json: string): NewRun {
  const { concurrency } = called;
  return {
    id: newEngineId(),
    functionId: called.id,
    event: json,
    dedupeKeys: [],
    waits: called.cancelOn.map((listening, index) =>
      toWait({ ...listening, stepId: `cancel:${index}`, isCancel: true }, event),
    ),
    ...(concurrency && { slot: { key: slotKey(called.id, concurrency.key, event), limit: concurrency.limit } }),
  };
}

function slotKey(functionId: string, key: Expression | undefined, event: AcceptedEvent): string {
  return key ? hashToUuid("slot", functionId, toText(key, { event })) : functionId;
}

function toText(expression: Expression, scope: ExpressionScope): string {
  return JSON.stringify(expression.evaluate(scope)) ?? "";
}
