import { dedupeSubject } from "@/lib/domain/deliveries/dedupe-rule";
import { eventPlaces } from "@/lib/domain/deliveries/event-places";
import { type EventPlaces, keysOfEvent, readEvent } from "@/lib/domain/deliveries/read-event";
import { type BatchItem, splitBatch } from "@/lib/domain/deliveries/split-batch";
import type { Json } from "@/lib/domain/json/json";
import type { CheckedJson } from "@/lib/domain/json/parse-json";
import type { RequestHeaders } from "@/lib/domain/signatures/signed-request";
import { sha256 } from "@/lib/platform/digest";
import type { OpenedEndpoint } from "@/lib/services/open-rung-endpoint";

type Endpoint = Pick<OpenedEndpoint, "source" | "options">;

type Arrival = {
  headers: RequestHeaders;
  /** The bytes as they came. */
  bytes: Uint8Array;
  /** Whether the body can be read, once it is unpacked. */
  checked: CheckedJson;
  /** The body as workflows see it; null where it cannot be read. */
  read: () => Json;
};

export type RecognizedEvent = {
  eventType: string | null;
  eventId: string | null;
  /** The events of a delivery that carries several, where each is to run for itself. */
  items: BatchItem[];
  /** What it is known by when it comes again; null when every such delivery counts. */
  dedupeSubject: string | null;
};

/** Which event a delivery tells of, by the source's and the endpoint's own rules. Reads the body only where that may help. */
export function recognizeEvent(endpoint: Endpoint, arrival: Arrival): RecognizedEvent {
  const { headers, checked, read } = arrival;
  const places = placesOf(endpoint);
  const mayTell = checked.ok && (endpoint.source?.batch !== null || keysOfEvent(places).some(checked.mayHold));
  const { eventType = null, eventId = null } = readEvent(places, { headers, body: mayTell ? read() : null });
  return {
    eventType,
    eventId,
    items: itemsOf(endpoint, arrival),
    dedupeSubject: subjectOf(endpoint, arrival, eventId),
  };
}

function itemsOf({ source, options }: Endpoint, { headers, read }: Arrival): BatchItem[] {
  if (!source?.batch || options.batch !== "items") return [];
  return splitBatch(source.batch, { headers, body: read() }).items;
}

function subjectOf({ options }: Endpoint, { headers, bytes, read }: Arrival, eventId: string | null): string | null {
  const { dedupe } = options;
  if (!dedupe) return eventId;
  const body = dedupe.by === "path" ? read() : null;
  return dedupeSubject(dedupe, { eventId, headers, body, bytes, hash: (data) => sha256(data).toString("hex") });
}

const knownPlaces = new WeakMap<Endpoint, EventPlaces>();

function placesOf(endpoint: Endpoint): EventPlaces {
  const places = knownPlaces.get(endpoint) ?? eventPlaces(endpoint.source?.event, endpoint.options);
  knownPlaces.set(endpoint, places);
  return places;
}
