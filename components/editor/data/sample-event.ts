import { callApi } from "@/components/api/call-api";
import { type EventAtHand, openDelivery, sampleOf } from "@/components/deliveries/sample/event-at-hand";
import { findSource } from "@/lib/catalog/sources/index";
import type { DeliverySummary } from "@/lib/domain/deliveries/delivery";
import { matchesEventType } from "@/lib/domain/deliveries/event-type-pattern";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";
import type { Page } from "@/lib/domain/page";

/** What a drawing is tried with while it is edited. */
export type SampleEvent = EventAtHand & {
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
  const fits = (eventType: string | null) => matchesEventType(patterns, eventType);
  const latest = seen.find(({ eventType }) => fits(eventType));
  const event = (latest && (await openDelivery(latest.id))) ?? sampleOf(endpoint.source, fits);
  return event && { ...event, eventTypes: typesOf(endpoint, seen) };
}

function typesOf(endpoint: Endpoint, seen: readonly DeliverySummary[]): string[] {
  const known = findSource(endpoint.source)?.samples.map((sample) => sample.eventType) ?? [];
  return [...new Set([...seen.flatMap(({ eventType }) => eventType ?? []), ...known])];
}
