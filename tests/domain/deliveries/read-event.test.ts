import fc from "fast-check";
import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { anyone } from "@/lib/catalog/sources/anyone";
import { github } from "@/lib/catalog/sources/github";
import { readEvent } from "@/lib/domain/deliveries/read-event";

const fromAnyone = (body: unknown, headers: Record<string, string[]> = {}) =>
  readEvent(anyone.event, { headers, body });

test("a header says it before the body, and the body's fields in their order", () => {
  expect(fromAnyone({ event_type: "a", type: "b" }, { "x-event-type": ["c"] })).toEqual({ eventType: "c" });
  expect(fromAnyone({ event: { type: "no text" }, type: "b" })).toEqual({ eventType: "b" });
  expect(fromAnyone({ event: "d", event_id: "e" })).toEqual({ eventType: "d", eventId: "e" });
});

test("a number may be an id, with all its digits, but no type", () => {
  expect(fromAnyone({ event_id: 17, type: 17 })).toEqual({ eventId: "17" });
  expect(fromAnyone({ event_id: new LosslessNumber("12345678901234567890") })).toEqual({
    eventId: "12345678901234567890",
  });
});

test("a bare id names a thing, not an event", () => {
  expect(fromAnyone({ id: "tic_1" })).toEqual({});
});

test.each([[""], [" "], ["x".repeat(201)], ["a\nb"], ["a\0b"], [["a"]], [{}], [null], [true]])(
  "%j is left out",
  (value) => {
    expect(fromAnyone({ event_type: value, event_id: value })).toEqual({});
  },
);

test("GitHub's action makes its event finer", () => {
  const headers = { "x-github-event": ["pull_request"], "x-github-delivery": ["d1"] };
  expect(readEvent(github.event, { headers, body: { action: "opened" } })).toEqual({
    eventType: "pull_request.opened",
    eventId: "d1",
  });
  expect(readEvent(github.event, { headers, body: { action: 5 } })).toEqual({
    eventType: "pull_request",
    eventId: "d1",
  });
  expect(readEvent(github.event, { headers: {}, body: { action: "opened" } })).toEqual({});
});

test("whatever the body, it answers", () => {
  fc.assert(
    fc.property(fc.anything(), (body) => {
      expect(fromAnyone(body)).toBeTypeOf("object");
    }),
  );
});
