import { type Id, idBoundAt, timeOfId, toUuid } from "@/lib/domain/ids";

/** The bounds of all ids of the run's own millisecond: they let the database look into a single day. */
export function idsOfSameTime(runId: Id<"run">): [from: string, to: string] {
  const timeMs = timeOfId(runId);
  return [toUuid(idBoundAt(timeMs)), toUuid(idBoundAt(timeMs + 1))];
}
