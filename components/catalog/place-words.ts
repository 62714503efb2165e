import type { Place } from "@/lib/domain/deliveries/read-event";

/** Places in words, as in “the header x-event-type, or the body's type”. Empty without any. */
export function placesText(places: readonly Place[]): string {
  return places.map(placeText).join(", or ");
}

/** A place in words. */
export function placeText(place: Place): string {
  return "header" in place ? `header ${place.header}` : `body, at ${place.path}`;
}
