import fc from "fast-check";
import { LosslessNumber } from "lossless-json";
import { describe, expect, test } from "vitest";
import { parseBody } from "@/lib/domain/deliveries/parse-body";
import { splitBatch } from "@/lib/domain/deliveries/split-batch";
import { parseJson } from "@/lib/domain/json/parse-json";

const at = (path: string) => ({ path });

describe("the senders' shapes", () => {
  test("SendGrid: the body is the list", () => {
    const body = [
      { email: "a@example.com", event: "delivered", sg_event_id: "ZGVsaXZlcmVk" },
      { email: "a@example.com", event: "open", sg_event_id: "b3Blbg" },
    ];
    const places = { path: "$", event: { type: [at("event")], id: [at("sg_event_id")] } };
    expect(splitBatch(places, { headers: {}, body })).toEqual({
      items: [
        { index: 0, value: body[0], eventType: "delivered", eventId: "ZGVsaXZlcmVk" },
        { index: 1, value: body[1], eventType: "open", eventId: "b3Blbg" },
      ],
      leftOut: 0,
    });
  });

  test("HubSpot: ids are numbers, which keep their digits", () => {
    const parsed = parseJson(
      '[{"eventId":12345678901234567890,"subscriptionType":"contact.creation"},{"eventId":100}]',
    );
    const places = { path: "$", event: { type: [at("subscriptionType")], id: [at("eventId")] } };
    expect(splitBatch(places, { headers: {}, body: parsed.ok && parsed.value }).items).toMatchObject([
      {
        eventType: "contact.creation",
        eventId: "12345678901234567890",
        value: { eventId: expect.any(LosslessNumber) },
      },
      { eventType: null, eventId: "100" },
    ]);
  });

  test("Meta: lists within a list's items", () => {
    const body = {
      object: "whatsapp_business_account",
      entry: [
        { id: "1", changes: [{ field: "messages", value: { messages: [{ id: "wamid.1" }] } }, { field: "calls" }] },
        { id: "2", changes: [] },
        { id: "3" },
        { id: "4", changes: [{ field: "messages", value: { messages: [{ id: "wamid.2" }] } }] },
      ],
    };
    const event = { type: [at("field")], id: [at("value.messages[0].id")] };
    for (const path of ["entry[*].changes[*]", "$.entry[*].changes"]) {
      const { items } = splitBatch({ path, event }, { headers: {}, body });
      expect(items.map(({ index, eventType, eventId }) => [index, eventType, eventId])).toEqual([
        [0, "messages", "wamid.1"],
        [1, "calls", null],
        [2, "messages", "wamid.2"],
      ]);
    }
  });

  test("Microsoft Graph: a list under a key", () => {
    const body = { value: [{ changeType: "updated", resource: "me/events/1", subscriptionId: "s" }] };
    const places = { path: "value", event: { type: [at("changeType")], typeSuffix: at("resource"), id: [] } };
    expect(splitBatch(places, { headers: {}, body }).items).toEqual([
      { index: 0, value: body.value[0], eventType: "updated.me/events/1", eventId: null },
    ]);
  });

  test("Salesforce: elements of XML, one or several", () => {
    const places = {
      xml: "Envelope/Body/notifications/Notification",
      event: { type: [{ xml: "sObject/@type" }], id: [{ xml: "Id" }] },
    };
    const split = (...notifications: string[]) => {
      const xml = `<s:Envelope xmlns:s="urn:s" xmlns:i="urn:i"><s:Body><notifications>${notifications.join("")}</notifications></s:Body></s:Envelope>`;
      const parsed = parseBody(new TextEncoder().encode(xml), "text/xml");
      const { items } = splitBatch(places, { headers: {}, body: parsed.ok && parsed.value });
      return items.map(({ eventType, eventId }) => [eventType, eventId]);
    };
    const contact =
      '<Notification><Id>04l1</Id><sObject i:type="sf:Contact"><sf:Id>003</sf:Id></sObject></Notification>';
    const lead = contact.replace("04l1", "04l2").replace("Contact", "Lead");
    expect(split(contact, lead)).toEqual([
      ["Contact", "04l1"],
      ["Lead", "04l2"],
    ]);
    expect(split(lead)).toEqual([["Lead", "04l2"]]);
    expect(split()).toEqual([]);
  });

  test("Event Grid: also a single event that is no list", () => {
    const one = { id: "e1", eventType: "Microsoft.Storage.BlobCreated" };
    const places = { path: "$", event: { type: [at("eventType")], id: [at("id")] } };
    expect(splitBatch(places, { headers: {}, body: [one] })).toEqual(splitBatch(places, { headers: {}, body: one }));
  });
});

test("an id in a header is the request's, so each item gets it with its place, unless it has its own", () => {
  const places = { path: "events", event: { type: [{ header: "x-topic" }], id: [{ header: "x-id" }, at("id")] } };
  const body = { events: [{}, { id: "own" }] };
  const split = (id: string) => splitBatch(places, { headers: { "x-topic": ["t"], "x-id": [id] }, body }).items;
  expect(split("r1")).toMatchObject([{ eventType: "t", eventId: "r1:0" }, { eventId: "own" }]);
  expect(split("r".repeat(200))).toMatchObject([{ eventId: null }, { eventId: "own" }]);
});

test("a thousand items are the most, and the rest is counted", () => {
  const body = Array.from({ length: 1_234 }, (_, n) => ({ n }));
  const { items, leftOut } = splitBatch({ path: "$", event: { type: [], id: [] } }, { headers: {}, body });
  expect([items.length, items.at(-1)?.index, leftOut]).toEqual([1_000, 999, 234]);
});

test.each([[null], [undefined], ["text"], [{ events: null }], [{ events: [] }], [{ events: [null] }], [[]]])(
  "%j has no items",
  (body) => {
    const places = { path: "events", event: { type: [], id: [] } };
    expect(splitBatch(places, { headers: {}, body })).toEqual({ items: [], leftOut: 0 });
  },
);

test("whatever the body and the path, it answers", () => {
  const paths = fc.oneof(fc.string(), fc.constantFrom("$", "a", "a[*]", "a[*].b[*]", "[*]", "[*].a"));
  fc.assert(
    fc.property(fc.jsonValue(), paths, (body, path) => {
      const { items } = splitBatch({ path, event: { type: [at("a")], id: [at("b")] } }, { headers: {}, body });
      expect(items.every(({ value }, index) => value !== null && items[index]?.index === index)).toBe(true);
    }),
  );
});
