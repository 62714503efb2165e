import { type Id, idBoundAt, timeOfId, toUuid } from "@/lib/domain/ids";

/** The bounds of all ids that share a millisecond with these runs: they keep the database from looking into every day. */
export function idsOfTimes(runIds: readonly Id<"run">[]): [from: string, to: string] {
  const timesMs = runIds.map(timeOfId);
  return [toUuid(idBoundAt(Math.min(...timesMs))), toUuid(idBoundAt(Math.max(...timesMs) + 1))];
}
