import { listValues } from "@/lib/platform/client-address";

/**
 * Where a request comes from. `server.ts` has made the header true; without it, Next writes the socket's address there
 * unless the sender did.
 */
export function requestAddress(headers: Headers): string {
  return listValues(headers.get("x-forwarded-for") ?? undefined).at(-1) ?? "unknown";
}
