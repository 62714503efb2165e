/** How much one destination is asked at a time, and how long it usually takes. */
export type Room = {
  inFlight: number;
  usualMs: number;
  /** Until when the places that become free are promised to those who were turned back. */
  promisedUntilMs: number;
};

export const EMPTY_ROOM: Room = { inFlight: 0, usualMs: 1_000, promisedUntilMs: 0 };

/** Half of what a process does at a time: however slow one destination is, the others have the rest. */
const PLACES = 32;
const PAUSE_MIN_MS = 1_000;
const PAUSE_MAX_MS = 300_000;
const WEIGHT_OF_NEWEST = 0.1;

export function isFull({ inFlight }: Room): boolean {
  return inFlight >= PLACES;
}

export type Entrance = { ok: true } | { ok: false; pauseMs: number };

/** Takes a place, or tells when to come again: each that is turned back a little later than the one before. */
export function enter(room: Room, nowMs: number): { room: Room; entrance: Entrance } {
  if (!isFull(room)) return { room: { ...room, inFlight: room.inFlight + 1 }, entrance: { ok: true } };
  const promisedUntilMs = Math.max(room.promisedUntilMs, nowMs) + room.usualMs / PLACES;
  const pauseMs = Math.min(PAUSE_MAX_MS, Math.max(PAUSE_MIN_MS, Math.round(promisedUntilMs - nowMs)));
  return { room: { ...room, promisedUntilMs }, entrance: { ok: false, pauseMs } };
}

/** Gives a place back, after so long. */
export function leave(room: Room, tookMs: number): Room {
  const usualMs = room.usualMs * (1 - WEIGHT_OF_NEWEST) + tookMs * WEIGHT_OF_NEWEST;
  return { ...room, inFlight: Math.max(0, room.inFlight - 1), usualMs };
}
