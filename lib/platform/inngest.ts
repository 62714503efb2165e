import { Inngest } from "inngest";
import { env } from "@/lib/platform/env";

/** Names our functions at Inngest. */
export const APP_ID = "doorbell";

/** A server that does not answer in this time will not: whoever asked asks again, and others do not wait behind them. */
const TIMEOUT_MS = 10_000;

let client: Inngest | undefined;

/** The client of the real Inngest that the environment names. */
export function inngest(): Inngest {
  const { INNGEST_BASE_URL, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY } = env();
  client ??= new Inngest({
    id: APP_ID,
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }),
    ...(INNGEST_BASE_URL ? { baseUrl: INNGEST_BASE_URL } : {}),
    ...(INNGEST_EVENT_KEY ? { eventKey: INNGEST_EVENT_KEY } : {}),
    ...(INNGEST_SIGNING_KEY ? { signingKey: INNGEST_SIGNING_KEY } : {}),
  });
  return client;
}
