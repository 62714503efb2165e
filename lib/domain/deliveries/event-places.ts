import type { EventPlaces } from "@/lib/domain/deliveries/read-event";
import type { EndpointOptions } from "@/lib/domain/endpoints/endpoint-options";

type Chosen = Pick<EndpointOptions, "eventTypePath" | "eventIdPath">;

/** Where an event's type and id stand: where the source has them, or where the endpoint says. */
export function eventPlaces(usual: EventPlaces | undefined, { eventTypePath, eventIdPath }: Chosen): EventPlaces {
  const { type, typeSuffix, id } = usual ?? { type: [], id: [] };
  return {
    ...(eventTypePath ? { type: [{ path: eventTypePath }] } : { type, ...(typeSuffix ? { typeSuffix } : {}) }),
    id: eventIdPath ? [{ path: eventIdPath }] : id,
  };
}
