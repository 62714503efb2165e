import type { SecurityEvent } from "@/lib/domain/endpoints/security-event";

export type EndpointCount = { endpointId: string; endpointName: string; count: number };

/** How often something happened at each endpoint, the most frequent first. */
export function countByEndpoint(
  events: readonly Pick<SecurityEvent, "endpointId" | "endpointName" | "count">[],
): EndpointCount[] {
  const counts = new Map<string, EndpointCount>();
  for (const { endpointId, endpointName, count } of events) {
    const before = counts.get(endpointId)?.count ?? 0;
    counts.set(endpointId, { endpointId, endpointName, count: before + count });
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count);
}
