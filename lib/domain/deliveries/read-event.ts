import { isLosslessNumber } from "lossless-json";
import { readPath, segmentsOf } from "@/lib/domain/json/read-path";
import { headerValues, type RequestHeaders } from "@/lib/domain/signatures/signed-request";

/** Where something stands in a request: in a header, or at a path of the parsed body. */
export type Place = { header: string } | { path: string };

export type EventPlaces = {
  /** Tried in this order. */
  type: readonly Place[];
  /** What makes the type finer, as `opened` does `issues`. */
  typeSuffix?: Place;
  /** Tried in this order. Not the id of the thing that the event is about. */
  id: readonly Place[];
};

type Arrival = { headers: RequestHeaders; body: unknown };

type Event = { eventType: string | undefined; eventId: string | undefined };

const LENGTH_MAX = 200;

/** What happened, and the sender's own name for this one event. Whatever is missing, odd or over 200 long is left out. */
export function readEvent(places: EventPlaces, arrival: Arrival): Event {
  const name = firstOf(places.type.map((place) => textAt(place, arrival)));
  const suffix = places.typeSuffix && textAt(places.typeSuffix, arrival);
  const eventType = name && suffix ? presentable(`${name}.${suffix}`) : name;
  const eventId = firstOf(places.id.map((place) => textAt(place, arrival) ?? numberAt(place, arrival)));
  return { eventType, eventId };
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

function valueAt(place: Place, arrival: Arrival): unknown {
  return "header" in place ? headerValues(arrival.headers, place.header)[0] : readPath(arrival.body, place.path);
}

const knownKeys = new WeakMap<EventPlaces, string[]>();

/** The keys of which a body has to have one at its top, or it tells nothing of the event. */
export function keysOfEvent(places: EventPlaces): string[] {
  const { type, typeSuffix, id } = places;
  const keys =
    knownKeys.get(places) ??
    [...type, ...(typeSuffix ? [typeSuffix] : []), ...id].flatMap((place) =>
      "path" in place ? segmentsOf(place.path).slice(0, 1) : [],
    );
  knownKeys.set(places, keys);
  return keys;
}

/** Control characters have no business in a name, and the database refuses some. */
function presentable(text: string): string | undefined {
  return text !== "" && text.length <= LENGTH_MAX && !/\p{Cc}/u.test(text) ? text : undefined;
}
