import type { IdPlace } from "@/lib/domain/deliveries/read-event";

/** Places in words, as in “header x-event-type, or body, at type”. Empty without any. */
export function placesText(places: readonly IdPlace[]): string {
  return places.map(placeText).join(", or ");
}

/** A place in words. */
export function placeText(place: IdPlace): string {
  if ("all" in place) return place.all.map(placeText).join(" with ");
  if ("header" in place) return `header ${place.header}`;
  if ("path" in place) return `body, at ${place.path}`;
  return "key" in place ? `body, at ${place.key}` : `body, at ${place.xml}`;
}
