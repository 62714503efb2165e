import { type Id, toUuid } from "@/lib/domain/ids";
import { sha256 } from "@/lib/platform/digest";

/** For how long a second delivery of the same event is a duplicate, where the endpoint does not say. */
export const DEDUPE_WINDOW_MS = 72 * 3_600_000;

/** The same for every delivery of one event at one endpoint: 16 bytes in hexadecimal digits. */
export function dedupeKeyOf(endpointId: Id<"endpoint">, eventId: string): string {
  return sha256(`${toUuid(endpointId)} ${eventId}`).toString("hex", 0, 16);
}
