import { type Id, toUuid } from "@/lib/domain/ids";
import { pool } from "@/lib/platform/db";

export type TakenPlace = { isLast: boolean };

/** Takes one of the deliveries that an endpoint may take in all; undefined when none is left. No two get the same. */
export async function takePlace(endpointId: Id<"endpoint">, deliveriesMax: number): Promise<TakenPlace | undefined> {
  const { rows } = await pool().query<{ taken: number }>({
    name: "take-place",
    text: `UPDATE endpoints SET deliveries_taken = deliveries_taken + 1
           WHERE id = $1 AND deliveries_taken < $2 RETURNING deliveries_taken AS taken`,
    values: [toUuid(endpointId), deliveriesMax],
  });
  return rows[0] && { isLast: rows[0].taken === deliveriesMax };
}

/** Gives back the place of a delivery that was not to be. */
export async function returnPlace(endpointId: Id<"endpoint">): Promise<void> {
  await pool().query("UPDATE endpoints SET deliveries_taken = deliveries_taken - 1 WHERE id = $1", [
    toUuid(endpointId),
  ]);
}

/** Lets every process know at the next ring that the endpoint has taken its last delivery. */
export async function endPlaces(endpointId: Id<"endpoint">): Promise<void> {
  await pool().query("UPDATE endpoints SET revision = revision + 1 WHERE id = $1", [toUuid(endpointId)]);
}
