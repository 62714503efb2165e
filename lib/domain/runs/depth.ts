import type { Header } from "@/lib/domain/deliveries/delivery";

/** The header by which a request says how many requests of Doorbell led to it, itself included. */
export const DEPTH_HEADER = "Doorbell-Depth";

/** So many requests may lead from one to the next: more look like workflows that ring each other without an end. */
export const DEPTH_MAX = 8;

/** How many requests of Doorbell led to a delivery; 0 when somebody else sent it. */
export function depthOf(headers: readonly Header[]): number {
  const values = headers.filter(({ name }) => name.toLowerCase() === DEPTH_HEADER.toLowerCase());
  return Math.max(0, ...values.map(({ value }) => (/^\d{1,6}$/.test(value) ? Number(value) : 0)));
}
