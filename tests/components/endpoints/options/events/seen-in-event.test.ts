import { expect, test } from "vitest";
import { type EventAtHand, sampleOf } from "@/components/deliveries/sample/event-at-hand";
import {
  headersIn,
  pathsIn,
  seenAtPath,
  seenByPlaces,
  seenInHeader,
} from "@/components/endpoints/options/events/seen-in-event";
import { findSource } from "@/lib/catalog/sources";
import { parseJson } from "@/lib/domain/json/parse-json";

const body = parseJson('{"id":12345678901234567890,"event":{"kind":"sold"},"items":[{"sku":"A"}],"note":null}');
const event: EventAtHand = {
  origin: "delivery",
  name: "sold",
  receivedAt: null,
  trigger: { body: body.ok ? body.value : null, headers: { "X-Event-Id": "e-1" } },
};

test.each([
  ["id", "12345678901234567890"],
  [" event.kind ", "sold"],
  ["items[0].sku", "A"],
  ["items", undefined],
  ["note", undefined],
  ["", undefined],
  ["nowhere", undefined],
])("at “%s” it sees %s", (path, text) => {
  expect(seenAtPath(event, path)).toBe(text);
});

test("a header is found whatever the case of its name", () => {
  expect(seenInHeader(event, "x-event-id ")).toBe("e-1");
  expect(seenInHeader(event, "x-other")).toBeUndefined();
});

test("only places with a text or a number are offered", () => {
  expect(pathsIn(event)).toEqual(["id", "event.kind", "items[0].sku"]);
  expect(headersIn(event)).toEqual(["x-event-id"]);
  expect(pathsIn({ ...event, trigger: { body: "text" } })).toEqual([]);
});

test("the event's type and id are read as the door reads them", () => {
  const anyone = findSource("anyone");
  expect(seenByPlaces(event, anyone, { eventTypePath: "", eventIdPath: "" })).toEqual({
    eventType: undefined,
    eventId: "e-1",
  });
  expect(seenByPlaces(event, anyone, { eventTypePath: "event.kind", eventIdPath: "id" })).toEqual({
    eventType: "sold",
    eventId: "12345678901234567890",
  });
});

test("a source's own sample shows what stands where the source says", () => {
  const sample = sampleOf("github");
  const seen = sample && seenByPlaces(sample, findSource("github"), { eventTypePath: "", eventIdPath: "" });
  expect(seen?.eventType).toBe(sample?.trigger["eventType"]);
  expect(seen?.eventId).toBeTruthy();
});
