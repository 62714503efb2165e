import type { EndpointOptions } from "@/lib/domain/endpoints/endpoint-options";
import { type Id, toUuid } from "@/lib/domain/ids";
import { sha256 } from "@/lib/platform/digest";

/** For how long a second delivery of the same event is a duplicate, where the endpoint does not say. */
const WINDOW_SECONDS = 72 * 3_600;

/** The same for every delivery that is known by one subject at one endpoint: 16 bytes in hexadecimal digits. */
export function dedupeKeyOf(endpointId: Id<"endpoint">, subject: string): string {
  return sha256(`${toUuid(endpointId)} ${subject}`).toString("hex", 0, 16);
}

/** Until when a repeat of what is taken now is a duplicate, in ms since 1970. */
export function dedupeUntilMs({ dedupe }: Pick<EndpointOptions, "dedupe">, nowMs: number): number {
  return nowMs + (dedupe?.windowSeconds ?? WINDOW_SECONDS) * 1_000;
}

/** Whether the endpoint takes every delivery and each of its events for a new one. */
export function countsEach({ dedupe }: Pick<EndpointOptions, "dedupe">): boolean {
  return dedupe?.by === "none";
}
