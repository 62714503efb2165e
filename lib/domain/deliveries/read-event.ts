import { isLosslessNumber } from "lossless-json";
import { findInXml } from "@/lib/domain/deliveries/xml/find-in-xml";
import { readPath, segmentsOf } from "@/lib/domain/json/read-path";
import { headerValues, type RequestHeaders } from "@/lib/domain/signatures/signed-request";

/**
 * Where something stands in a request: in a header, or at a path of the parsed body. `key` is for senders who name what
 * happened by a field that is there; the text is the field's name, or `as`. `xml` is a path for `findInXml`, in a body that is XML;
 * different texts that are found there are joined by commas.
 */
export type Place = { header: string } | { path: string } | { key: string; as?: string } | { xml: string };

/** A place, or several that only together tell one event from another: none of them may be missing. */
export type IdPlace = Place | { all: readonly Place[] };

export type EventPlaces = {
  /** Tried in this order. */
  type: readonly Place[];
  /** What makes the type finer, as `opened` does `issues`. */
  typeSuffix?: Place;
  /** Tried in this order. Not the id of the thing that the event is about. */
  id: readonly IdPlace[];
};

type Arrival = { headers: RequestHeaders; body: unknown };

type Event = { eventType: string | undefined; eventId: string | undefined };

const LENGTH_MAX = 200;

/** What happened, and the sender's own name for this one event. Whatever is missing, odd or over 200 long is left out. */
export function readEvent(places: EventPlaces, arrival: Arrival): Event {
  const name = firstOf(places.type.map((place) => textAt(place, arrival)));
  const suffix = places.typeSuffix && textAt(places.typeSuffix, arrival);
  const eventType = name && suffix ? presentable(`${name}.${suffix}`) : name;
  const eventId = firstOf(places.id.map((place) => idAt(place, arrival)));
  return { eventType, eventId };
}

function idAt(place: IdPlace, arrival: Arrival): string | undefined {
  if (!("all" in place)) return textAt(place, arrival) ?? numberAt(place, arrival);
  const parts = place.all.map((part) => idAt(part, arrival));
  return parts.includes(undefined) ? undefined : presentable(parts.join(":"));
}

function firstOf(texts: (string | undefined)[]): string | undefined {
  return texts.find((text) => text !== undefined);
}

function textAt(place: Place, arrival: Arrival): string | undefined {
  const value = valueAt(place, arrival);
  return typeof value === "string" ? presentable(value.trim()) : undefined;
}

/** Some senders count their events. */
function numberAt(place: Place, arrival: Arrival): string | undefined {
  const value = valueAt(place, arrival);
  return typeof value === "number" || isLosslessNumber(value) ? presentable(String(value)) : undefined;
}

function valueAt(place: Place, { headers, body }: Arrival): unknown {
  if ("header" in place) return headerValues(headers, place.header)[0];
  if ("path" in place) return readPath(body, place.path);
  if ("key" in place) return readPath(body, [place.key]) === undefined ? undefined : (place.as ?? place.key);
  return [...new Set(findInXml(body, place.xml))].join(",");
}

const knownKeys = new WeakMap<EventPlaces, string[]>();

/** The keys of which a body has to have one at its top, or it tells nothing of the event. */
export function keysOfEvent(places: EventPlaces): string[] {
  const { type, typeSuffix, id } = places;
  const keys = knownKeys.get(places) ?? [...type, ...(typeSuffix ? [typeSuffix] : []), ...id].flatMap(keysOf);
  knownKeys.set(places, keys);
  return keys;
}

function keysOf(place: IdPlace): readonly string[] {
  if ("all" in place) return place.all.flatMap(keysOf);
  if ("path" in place) return segmentsOf(place.path).slice(0, 1);
  if ("key" in place) return [place.key];
  // XML has no such keys: whatever is asked for, it may hold.
  return "xml" in place ? [""] : [];
}

/** Control characters have no business in a name, and the database refuses some. */
function presentable(text: string): string | undefined {
  return text !== "" && text.length <= LENGTH_MAX && !/\p{Cc}/u.test(text) ? text : undefined;
}
