import { z } from "zod";
import { VerdictKind } from "@/lib/domain/deliveries/delivery";
import { idSchema } from "@/lib/domain/ids";
import { RunStatus } from "@/lib/domain/runs/run";

const DeliveryEvent = z.object({ id: idSchema("delivery"), endpointId: idSchema("endpoint"), verdict: VerdictKind });
const RunEvent = z.object({
  id: idSchema("run"),
  workflowId: idSchema("workflow"),
  /** Absent where no delivery began it. */
  deliveryId: idSchema("delivery").optional(),
  status: RunStatus,
});

/** Somebody is asked, or it is decided. */
const ApprovalEvent = z.object({ runId: idSchema("run") });

/** Something that happened. `catch-up`: nobody listened for a while, and anything may have happened. */
export type LiveEvent =
  | ({ kind: "delivery" } & z.infer<typeof DeliveryEvent>)
  | ({ kind: "run" } & z.infer<typeof RunEvent>)
  | ({ kind: "approval" } & z.infer<typeof ApprovalEvent>)
  | { kind: "catch-up" };

/** What a screen can listen for. */
export type LiveKind = Exclude<LiveEvent["kind"], "catch-up">;

/** `paused`: nobody looks at this tab. `offline`: the server does not answer; it is asked again and again. */
export type LiveState = "connecting" | "live" | "paused" | "offline";

type Listener = { onEvent: (event: LiveEvent) => void };

const PATH = "/api/v1/stream";
const PAUSE_MIN_MS = 1_000;
const PAUSE_MAX_MS = 30_000;
/** The connection outlives its last listener by this, so that going to another screen does not break it. */
const LINGER_MS = 2_000;

const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
let state: LiveState = "connecting";
let source: EventSource | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let lingering: ReturnType<typeof setTimeout> | undefined;
let pauseMs = PAUSE_MIN_MS;

/**
 * Browser only: hears of what happens, over one connection per tab, until the returned function is called. The first
 * event, and the first after every break, is `catch-up`.
 */
export function listen(onEvent: (event: LiveEvent) => void): () => void {
  const listener = { onEvent };
  listeners.add(listener);
  clearTimeout(lingering);
  if (state === "live") queueMicrotask(() => listeners.has(listener) && onEvent({ kind: "catch-up" }));
  document.addEventListener("visibilitychange", followVisibility);
  followVisibility();
  return function stop() {
    listeners.delete(listener);
    if (listeners.size === 0) lingering = setTimeout(shut, LINGER_MS);
  };
}

function shut(): void {
  document.removeEventListener("visibilitychange", followVisibility);
  disconnect();
  setState("connecting");
}

/** How the stream is; `watch` is told of changes. */
export const liveState = {
  read: (): LiveState => state,
  watch: (watcher: () => void): (() => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
};

function followVisibility(): void {
  if (document.visibilityState === "visible") {
    if (!source && timer === undefined) connect();
    return;
  }
  disconnect();
  setState("paused");
}

function connect(): void {
  timer = undefined;
  const opened = new EventSource(PATH);
  source = opened;
  opened.addEventListener("open", () => {
    pauseMs = PAUSE_MIN_MS;
    setState("live");
    tell({ kind: "catch-up" });
  });
  opened.addEventListener("delivery", ({ data }) => {
    const event = DeliveryEvent.safeParse(readJson(data));
    if (event.success) tell({ kind: "delivery", ...event.data });
  });
  opened.addEventListener("run", ({ data }) => {
    const event = RunEvent.safeParse(readJson(data));
    if (event.success) tell({ kind: "run", ...event.data });
  });
  opened.addEventListener("approval", ({ data }) => {
    const event = ApprovalEvent.safeParse(readJson(data));
    if (event.success) tell({ kind: "approval", ...event.data });
  });
  opened.addEventListener("error", () => {
    setState("offline");
    // After a refusal the browser gives up for good; after a broken connection it reconnects by itself.
    if (opened.readyState === EventSource.CLOSED) reconnectLater();
  });
}

function disconnect(): void {
  clearTimeout(timer);
  timer = undefined;
  source?.close();
  source = undefined;
}

function reconnectLater(): void {
  disconnect();
  timer = setTimeout(connect, pauseMs);
  pauseMs = Math.min(PAUSE_MAX_MS, 2 * pauseMs);
}

function tell(event: LiveEvent): void {
  for (const { onEvent } of listeners) onEvent(event);
}

function setState(next: LiveState): void {
  if (next === state) return;
  state = next;
  for (const watcher of watchers) watcher();
}

function readJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
