import { expect, test } from "vitest";
import { type EventDraft, eventChanges, eventDraftOf } from "@/components/endpoints/options/events/event-draft";
import { findSource, sources } from "@/lib/catalog/sources";
import { EndpointOptions } from "@/lib/domain/endpoints/endpoint-options";

const anyone = findSource("anyone");
const line = findSource("line");

const EVERYTHING = {
  eventTypePath: "kind",
  eventIdPath: "data.id",
  dedupe: { by: "header", header: "x-id", windowSeconds: 3_600 },
  batch: "items",
  schema: { type: "object", properties: { id: { type: "string" } } },
  toleranceSeconds: 60,
  publicUrl: "https://bell.example/in",
};

/** The changes as they reach the API: JSON knows no undefined. */
const sent = (draft: EventDraft, source = anyone) => JSON.parse(JSON.stringify(eventChanges(draft, source)));

test("what the form was not touched for is sent as it came", () => {
  expect(sent(eventDraftOf(EVERYTHING, line), line)).toEqual(EVERYTHING);
  expect(EndpointOptions.safeParse(EVERYTHING).success).toBe(true);
});

test("an endpoint without options has none after saving either, and emptied ones are taken away", () => {
  expect(sent(eventDraftOf({}, anyone))).toEqual({});
  const emptied: EventDraft = { ...eventDraftOf({}, line), batch: "whole", schema: " ", toleranceSeconds: "" };
  expect(Object.entries(eventChanges(emptied, line)).filter(([, value]) => value !== undefined)).toEqual([]);
  expect(eventChanges(emptied, line)).toHaveProperty("schema", undefined);
});

test("how a list is run is no business of a source that sends none", () => {
  expect(eventChanges(eventDraftOf({ batch: "items" }, anyone), anyone)).not.toHaveProperty("batch");
});

test("what is no schema is not left out unsaid: the API refuses it", () => {
  const changes = sent({ ...eventDraftOf({}, anyone), schema: "{ nonsense" });
  expect(changes).toEqual({ schema: "{ nonsense" });
  expect(EndpointOptions.safeParse(changes).error?.issues).toMatchObject([{ path: ["schema"] }]);
});

test("the settings of a source are its own options", () => {
  const source = sources.find(({ settings }) => settings.length > 0);
  const option = source?.settings[0]?.option ?? "";
  const draft = eventDraftOf({ [option]: ["x", "y"] }, source);
  expect(draft.settings).toMatchObject({ [option]: "x, y" });
  expect(sent(draft, source)).toEqual({ [option]: "x, y" });
});
