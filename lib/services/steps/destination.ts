import {
  admit,
  type Breaker,
  FRESH_BREAKER,
  type Health,
  healthOf,
  isForgettable,
  learn,
} from "@/lib/domain/runs/breaker";
import { EMPTY_ROOM, enter, isFull, leave, type Room } from "@/lib/domain/runs/room";
import type { Sent, Transport } from "@/lib/services/steps/transport";

/** What this process knows of the destinations that it asks. */
const known = new Map<string, Known>();

/** A clock that nobody sets: a leap of the other would hold everything back, or nothing. */
const clockMs = () => performance.now();

/** Beyond so many, those about which nothing is worth remembering are forgotten. */
const KNOWN_MAX = 10_000;

type Known = {
  breaker: Breaker;
  room: Room;
  /** Those who wait for a place to become free. */
  waiting: Set<() => void>;
  /** When a place became free last, or the last one was taken. */
  stirredAtMs: number;
};

function knownAs(destination: string, nowMs: number): Known {
  const found = known.get(destination);
  if (found) return found;
  if (known.size >= KNOWN_MAX) forget(nowMs);
  const fresh: Known = { breaker: FRESH_BREAKER, room: EMPTY_ROOM, waiting: new Set(), stirredAtMs: nowMs };
  known.set(destination, fresh);
  return fresh;
}

function forget(nowMs: number): void {
  for (const [destination, { breaker, room }] of known) {
    if (room.inFlight === 0 && isForgettable(breaker, nowMs)) known.delete(destination);
  }
}

/** A place at a destination. Whoever has one gives it back by `leave`. */
export type Place = { ok: true; leave: () => void } | { ok: false; pauseMs: number; message: string };

/** At a quick destination a place is free in a moment. Where nothing has stirred for so long, nobody waits for one. */
const PATIENCE_MS = 250;

/** Takes a place as `takePlaceAt` does, if need be after a moment's wait. */
export async function awaitPlaceAt(destination: string | null): Promise<Place> {
  const here = destination === null ? undefined : known.get(destination);
  const untilMs = Math.min(clockMs(), here?.stirredAtMs ?? 0) + PATIENCE_MS;
  while (here && isFull(here.room) && clockMs() < untilMs) await someoneLeaves(here, untilMs - clockMs());
  return takePlaceAt(destination);
}

function someoneLeaves({ waiting }: Known, withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    const goOn = () => {
      clearTimeout(timer);
      waiting.delete(goOn);
      resolve();
    };
    const timer = setTimeout(goOn, withinMs);
    waiting.add(goOn);
  });
}

/** Takes one of the places that a destination has in this process. What goes nowhere needs none. */
export function takePlaceAt(destination: string | null): Place {
  if (destination === null) return { ok: true, leave: () => {} };
  const atMs = clockMs();
  const here = knownAs(destination, atMs);
  const { room, entrance } = enter(here.room, atMs);
  here.room = room;
  if (!entrance.ok)
    return { ...entrance, message: `Many requests to ${destination} are under way. This one waits for its turn.` };
  if (isFull(room)) here.stirredAtMs = atMs;
  return {
    ok: true,
    leave: () => {
      here.room = leave(here.room, clockMs() - atMs);
      here.stirredAtMs = clockMs();
      const [next] = here.waiting;
      next?.();
    },
  };
}

/** The same transport, which sends nothing while its destination is known to fail, and learns from what becomes of it. */
export function heldBackWhileFailing(transport: Transport): Transport {
  const { destination, send } = transport;
  if (destination === null) return transport;
  return {
    ...transport,
    send: async (options) => {
      const here = knownAs(destination, clockMs());
      const { breaker, admission } = admit(here.breaker, clockMs());
      here.breaker = breaker;
      if (admission.do === "wait") return heldBack(destination, admission);
      let health: Health = "none";
      try {
        const sent = await send(options);
        health = healthOf(sent.end);
        return sent;
      } finally {
        here.breaker = learn(here.breaker, { health, isProbe: admission.do === "probe", nowMs: clockMs() });
      }
    },
  };
}

function heldBack(destination: string, { pauseMs, failures }: { pauseMs: number; failures: number }): Sent {
  const message = `${destination} has failed ${failures} times in a row; Doorbell waits before it tries again.`;
  const end = { kind: "failed", sent: false, retryAfterMs: pauseMs } as const;
  return { status: "failed", end, output: { error: message }, response: null, message };
}
