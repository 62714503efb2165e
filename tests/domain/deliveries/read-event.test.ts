import fc from "fast-check";
import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { anyone } from "@/lib/catalog/sources/anyone";
import { github } from "@/lib/catalog/sources/github";
import { keysOfEvent, readEvent } from "@/lib/domain/deliveries/read-event";

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

test("several places make one id, if none is missing", () => {
  const id = [{ all: [{ path: "sid" }, { header: "x-status" }] }, { path: "token" }];
  const idOf = (body: unknown, headers: Record<string, string[]> = {}) =>
    readEvent({ type: [], id }, { headers, body }).eventId;
  expect(idOf({ sid: 7, token: "t" }, { "x-status": ["sent"] })).toBe("7:sent");
  expect(idOf({ sid: 7, token: "t" })).toBe("t");
  expect(idOf({ sid: "x".repeat(199) }, { "x-status": ["sent"] })).toBeUndefined();
  expect(keysOfEvent({ type: [], id })).toEqual(["sid", "token"]);
});

test("a field that is there may name the event", () => {
  const places = { type: [{ key: "message" }, { key: "poll" }], id: [] };
  expect(readEvent(places, { headers: {}, body: { poll: {} } })).toEqual({ eventType: "poll" });
  expect(readEvent(places, { headers: {}, body: { other: {} } })).toEqual({});
  expect(keysOfEvent(places)).toEqual(["message", "poll"]);
  const named = { type: [{ key: "push_data", as: "push" }], id: [] };
  expect(readEvent(named, { headers: {}, body: { push_data: {} } })).toEqual({ eventType: "push" });
  expect(readEvent(named, { headers: {}, body: {} })).toEqual({});
  expect(keysOfEvent(named)).toEqual(["push_data"]);
});

test("XML tells by a path: different texts are joined", () => {
  const places = { type: [{ xml: "list/item/@kind" }], id: [{ xml: "list/item/id" }] };
  const item = ["1", "2"].map((id) => ({ "@kind": "a", id }));
  const body = { list: { item } };
  expect(readEvent(places, { headers: {}, body })).toEqual({ eventType: "a", eventId: "1,2" });
  expect(readEvent(places, { headers: {}, body: { list: 1 } })).toEqual({});
  expect(keysOfEvent(places)).toEqual(["", ""]);
});

test("whatever the body, it answers", () => {
  fc.assert(
    fc.property(fc.anything(), (body) => {
      expect(fromAnyone(body)).toBeTypeOf("object");
    }),
  );
});
