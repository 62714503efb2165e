import { env } from "@/lib/platform/env";

/** The whole address that a sender rang, as senders are told it: some signatures cover it. */
export function requestUrl(host: string, pathAndQuery: string): string {
  const base = env().PUBLIC_URL?.replace(/\/+$/, "") ?? `http://${host}`;
  return base + pathAndQuery;
}
