import { expect, test } from "vitest";
import { eventPlaces } from "@/lib/domain/deliveries/event-places";

const USUAL = { type: [{ header: "x-event" }], typeSuffix: { path: "action" }, id: [{ header: "x-id" }] };

test("the source's places hold until the endpoint names others, each for itself", () => {
  expect(eventPlaces(USUAL, {})).toEqual(USUAL);
  expect(eventPlaces(USUAL, { eventIdPath: "id" })).toEqual({ ...USUAL, id: [{ path: "id" }] });
  expect(eventPlaces(USUAL, { eventTypePath: "kind" })).toEqual({ type: [{ path: "kind" }], id: USUAL.id });
  expect(eventPlaces(undefined, {})).toEqual({ type: [], id: [] });
});
