import { callApi } from "@/components/api/call-api";
import { readBody } from "@/components/deliveries/body/read-body";
import { findSource } from "@/lib/catalog/sources/index";
import type { Delivery, DeliverySummary } from "@/lib/domain/deliveries/delivery";
import { parseBody } from "@/lib/domain/deliveries/parse-body";
import { readEvent } from "@/lib/domain/deliveries/read-event";
import { triggerOf } from "@/lib/domain/deliveries/trigger-of";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";
import type { Page } from "@/lib/domain/page";

/** What settings are tried with while they are edited. */
export type EventAtHand = {
  /** `delivery`: it really arrived. `sample`: the source's own example, since nothing has arrived yet. */
  origin: "delivery" | "sample";
  /** What it is called: the sample's name or the event's type. */
  name: string;
  /** When it arrived; null for a sample. */
  receivedAt: string | null;
  /** What templates see as `trigger`. */
  trigger: Record<string, unknown>;
};

/** Deliveries looked through for one that was let in. */
const LOOKED_AT = 30;

/** The newest delivery whose content the door has looked at; else the source's first sample; null when there is neither. */
export async function loadEventAtHand(endpoint: Pick<Endpoint, "id" | "source">): Promise<EventAtHand | null> {
  const newest = (await list(endpoint.id, `limit=${LOOKED_AT}`)).find(isLookedAt);
  // Strangers may have rung more often than that since.
  const found = newest ?? (await list(endpoint.id, "verdict=accepted&limit=1"))[0];
  return (found && (await openDelivery(found.id))) ?? sampleOf(endpoint.source);
}

async function list(endpointId: string, query: string): Promise<DeliverySummary[]> {
  const answer = await callApi<Page<DeliverySummary>>("GET", `/api/v1/deliveries?endpoint=${endpointId}&${query}`);
  return answer.ok ? answer.value.items : [];
}

function isLookedAt({ verdict, reason }: DeliverySummary): boolean {
  return verdict === "rejected" ? reason === "schema_mismatch" : verdict !== "handshake";
}

/** A delivery with its body; undefined when that is too large to be looked at, or gone. */
export async function openDelivery(id: string): Promise<EventAtHand | undefined> {
  const [answer, body] = await Promise.all([callApi<Delivery>("GET", `/api/v1/deliveries/${id}`), readBody(id)]);
  if (!answer.ok || !body.ok || body.isCut) return undefined;
  const delivery = answer.value;
  return {
    origin: "delivery",
    name: delivery.eventType ?? "a request",
    receivedAt: delivery.receivedAt,
    trigger: triggerOf(delivery, body.bytes),
  };
}

/** A source's sample of an event that fits, else its first; null for a source without any. */
export function sampleOf(sourceId: string, fits: (eventType: string) => boolean = () => true): EventAtHand | null {
  const source = findSource(sourceId);
  const sample = source?.samples.find(({ eventType }) => fits(eventType)) ?? source?.samples[0];
  if (!source || !sample) return null;
  const contentType = sample.headers["content-type"] ?? "application/json";
  const parsed = parseBody(new TextEncoder().encode(sample.body), contentType);
  const body = parsed.ok ? parsed.value : null;
  const headers = Object.fromEntries(Object.entries(sample.headers).map(([name, value]) => [name, [value]]));
  const { eventId } = readEvent(source.event, { headers, body });
  return {
    origin: "sample",
    name: sample.name,
    receivedAt: null,
    trigger: {
      body,
      headers: sample.headers,
      query: {},
      method: "POST",
      path: "",
      contentType,
      eventType: sample.eventType,
      eventId: eventId ?? null,
      receivedAt: new Date().toISOString(),
      address: "127.0.0.1",
    },
  };
}
