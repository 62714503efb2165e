import { expect, test } from "vitest";
import { EMPTY_ROOM, enter, leave, type Room } from "@/lib/domain/runs/room";

function filled(): Room {
  let room = EMPTY_ROOM;
  for (let n = 0; n < 32; n += 1) room = enter(room, 0).room;
  return room;
}

test("there are 32 places, and one is free again when somebody leaves", () => {
  const room = filled();
  expect(room.inFlight).toBe(32);
  expect(enter(room, 0).entrance).toMatchObject({ ok: false });
  expect(enter(leave(room, 100), 0).entrance).toEqual({ ok: true });
});

test("who is turned back is told to come when a place is likely free, each a little later than the one before", () => {
  let room = { ...filled(), usualMs: 32_000 };
  const pauses = [1, 2, 3].map(() => {
    const { room: after, entrance } = enter(room, 0);
    room = after;
    return entrance.ok ? 0 : entrance.pauseMs;
  });
  expect(pauses).toEqual([1_000, 2_000, 3_000]);
  expect(enter(room, 2_500).entrance).toEqual({ ok: false, pauseMs: 1_500 });
});

test("no pause is shorter than a second or longer than 5 minutes", () => {
  expect(enter({ ...filled(), usualMs: 1 }, 0).entrance).toEqual({ ok: false, pauseMs: 1_000 });
  expect(enter({ ...filled(), promisedUntilMs: 9_000_000 }, 0).entrance).toEqual({ ok: false, pauseMs: 300_000 });
});

test("how long it takes is learned", () => {
  let room = filled();
  for (let n = 0; n < 100; n += 1) room = leave(enter(leave(room, 50), 0).room, 50);
  expect(room.usualMs).toBeGreaterThan(49);
  expect(room.usualMs).toBeLessThan(60);
  expect(room.inFlight).toBe(0);
});
