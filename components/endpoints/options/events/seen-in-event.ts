import type { EventAtHand } from "@/components/deliveries/sample/event-at-hand";
import type { Source } from "@/lib/catalog/sources/define-source";
import { idText } from "@/lib/domain/deliveries/dedupe-rule";
import { eventPlaces } from "@/lib/domain/deliveries/event-places";
import { readEvent } from "@/lib/domain/deliveries/read-event";
import { listPaths } from "@/lib/domain/json/list-paths";
import { readPath } from "@/lib/domain/json/read-path";

type Places = { eventTypePath: string; eventIdPath: string };

/** What the door would call an event and its id. */
export function seenByPlaces(
  { trigger }: EventAtHand,
  source: Source | undefined,
  { eventTypePath, eventIdPath }: Places,
): { eventType: string | undefined; eventId: string | undefined } {
  const places = eventPlaces(source?.event, {
    eventTypePath: eventTypePath.trim() || undefined,
    eventIdPath: eventIdPath.trim() || undefined,
  });
  const headers = Object.fromEntries(headersOf(trigger).map(([name, value]) => [name, [value]]));
  return readEvent(places, { headers, body: trigger["body"] });
}

/** The text or number at a path of the body; undefined for anything else, which is no id. */
export function seenAtPath({ trigger }: EventAtHand, path: string): string | undefined {
  return idText(readPath(trigger["body"], path.trim())) ?? undefined;
}

/** The value of a header, whatever the case of its name. */
export function seenInHeader({ trigger }: EventAtHand, name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  return headersOf(trigger).find(([header]) => header === wanted)?.[1];
}

const SUGGESTED_MAX = 200;

/** The paths of a body at which an id or a type could stand. */
export function pathsIn({ trigger }: EventAtHand): string[] {
  return listPaths(trigger["body"], SUGGESTED_MAX)
    .filter(({ path, type }) => path !== "" && (type === "string" || type === "number"))
    .map(({ path }) => path);
}

export function headersIn({ trigger }: EventAtHand): string[] {
  return headersOf(trigger).map(([name]) => name);
}

function headersOf(trigger: EventAtHand["trigger"]): [string, string][] {
  return Object.entries(trigger["headers"] ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
}
