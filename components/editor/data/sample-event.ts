import { callApi } from "@/components/api/call-api";
import { readBody } from "@/components/deliveries/body/read-body";
import { findSource } from "@/lib/catalog/sources/index";
import type { Delivery, DeliverySummary } from "@/lib/domain/deliveries/delivery";
import { matchesEventType } from "@/lib/domain/deliveries/event-type-pattern";
import { parseBody } from "@/lib/domain/deliveries/parse-body";
import { readEvent } from "@/lib/domain/deliveries/read-event";
import { triggerOf } from "@/lib/domain/deliveries/trigger-of";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";
import type { Page } from "@/lib/domain/page";

/** What a drawing is tried with while it is edited. */
export type SampleEvent = {
  /** `delivery`: it really arrived. `sample`: the source's own example, since nothing has arrived yet. */
  origin: "delivery" | "sample";
  /** What it is called: the sample's name or the event's type. */
  name: string;
  /** When it arrived; null for a sample. */
  receivedAt: string | null;
  /** What templates see as `trigger`. */
  trigger: Record<string, unknown>;
  /** Types of events that were seen here, or that the source's samples have. */
  eventTypes: readonly string[];
};

/** Deliveries looked through for one that would start the workflow. */
const LOOKED_AT = 30;

/** The latest delivery that would start the workflow; else the sample that would; null when there is neither. */
export async function loadSampleEvent(endpoint: Endpoint, patterns: readonly string[]): Promise<SampleEvent | null> {
  const query = `endpoint=${endpoint.id}&verdict=accepted&limit=${LOOKED_AT}`;
  const answer = await callApi<Page<DeliverySummary>>("GET", `/api/v1/deliveries?${query}`);
  const seen = answer.ok ? answer.value.items : [];
  const fits = seen.find(({ eventType }) => matchesEventType(patterns, eventType));
  const eventTypes = typesOf(endpoint, seen);
  const arrived = fits && (await openDelivery(fits.id));
  if (arrived) return { ...arrived, eventTypes };
  const sample = sampleOf(endpoint, patterns);
  return sample && { ...sample, eventTypes };
}

function typesOf(endpoint: Endpoint, seen: readonly DeliverySummary[]): string[] {
  const known = findSource(endpoint.source)?.samples.map((sample) => sample.eventType) ?? [];
  return [...new Set([...seen.flatMap(({ eventType }) => eventType ?? []), ...known])];
}

type Opened = Omit<SampleEvent, "eventTypes">;

async function openDelivery(id: string): Promise<Opened | undefined> {
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

function sampleOf(endpoint: Endpoint, patterns: readonly string[]): Opened | null {
  const source = findSource(endpoint.source);
  const sample = source?.samples.find(({ eventType }) => matchesEventType(patterns, eventType)) ?? source?.samples[0];
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
