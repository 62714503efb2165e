import { type EventPlaces, readEvent } from "@/lib/domain/deliveries/read-event";
import { elementsInXml } from "@/lib/domain/deliveries/xml/find-in-xml";
import { readPaths } from "@/lib/domain/json/read-paths";
import type { RequestHeaders } from "@/lib/domain/signatures/signed-request";

/**
 * Where the events of one request stand, `$` for the body itself, or with `xml` the elements at a path for `findInXml`; and
 * where each tells its own type and id.
 */
export type BatchPlaces = ({ path: string } | { xml: string }) & { event: EventPlaces };

/** One event of several that came together. */
export type BatchItem = { index: number; value: unknown; eventType: string | null; eventId: string | null };

export type SplitBatch = {
  items: BatchItem[];
  /** How many more there were than one request may carry. */
  leftOut: number;
};

const ITEMS_MAX = 1_000;

/**
 * The events that came in one request. A list at the path is its items, an object one item, and where nothing stands there
 * are none. An id that stands in a header is the request's: each item gets it with its place, so that none is taken for
 * another's repeat, and all of them are when the whole request comes again.
 */
export function splitBatch(batch: BatchPlaces, arrival: { headers: RequestHeaders; body: unknown }): SplitBatch {
  const found = "xml" in batch ? elementsInXml(arrival.body, batch.xml) : readPaths(arrival.body, batch.path);
  const values = found
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((value) => value !== undefined && value !== null);
  const items = values.slice(0, ITEMS_MAX).map((value, index) => itemOf(batch, { ...arrival, body: value }, index));
  return { items, leftOut: values.length - items.length };
}

function itemOf({ event }: BatchPlaces, arrival: { headers: RequestHeaders; body: unknown }, index: number): BatchItem {
  const own = readEvent({ ...event, id: event.id.filter((place) => !("header" in place)) }, arrival);
  const { eventId: requestId } = readEvent({ type: [], id: event.id.filter((place) => "header" in place) }, arrival);
  const placed = requestId === undefined ? null : placedId(requestId, index);
  return { index, value: arrival.body, eventType: own.eventType ?? null, eventId: own.eventId ?? placed };
}

const ID_LENGTH_MAX = 200;

/** None rather than one that is cut, which would be the same for all. */
function placedId(requestId: string, index: number): string | null {
  const id = `${requestId}:${index}`;
  return id.length <= ID_LENGTH_MAX ? id : null;
}
