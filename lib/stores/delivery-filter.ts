import type { DeliveryQuery } from "@/lib/domain/deliveries/delivery-query";
import { idBoundAt, idSchema, toUuid } from "@/lib/domain/ids";
import type { Conditions } from "@/lib/stores/conditions";

type DeliveryFilter = Pick<DeliveryQuery, "endpoint" | "verdict" | "eventType" | "q" | "from" | "to">;

/** Narrows a statement about deliveries, called `d` in it, down to those that a filter names. */
export function addDeliveryFilter(conditions: Conditions, filter: DeliveryFilter): void {
  if (filter.endpoint) conditions.add("d.endpoint_id = ?", toUuid(filter.endpoint));
  if (filter.verdict) conditions.add("d.verdict = ?", filter.verdict);
  if (filter.eventType) conditions.add("d.event_type = ?", filter.eventType);
  if (filter.from) conditions.add("d.id >= ?", toUuid(idBoundAt(Date.parse(filter.from))));
  if (filter.to) conditions.add("d.id < ?", toUuid(idBoundAt(Date.parse(filter.to))));
  if (filter.q) addSearch(conditions, filter.q);
}

function addSearch(conditions: Conditions, text: string): void {
  const id = idSchema("delivery").safeParse(text);
  if (id.success) conditions.add("d.id = ?", toUuid(id.data));
  else conditions.add("(d.event_id = ? OR strpos(lower(d.event_type), lower(?)) > 0)", text);
}
