import { Inngest } from "inngest";
import { env } from "@/lib/platform/env";

/** Names our functions at Inngest. */
export const APP_ID = "doorbell";

let client: Inngest | undefined;

/** The client of the real Inngest that the environment names. */
export function inngest(): Inngest {
  const { INNGEST_BASE_URL, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY } = env();
  client ??= new Inngest({
    id: APP_ID,
    ...(INNGEST_BASE_URL ? { baseUrl: INNGEST_BASE_URL } : {}),
    ...(INNGEST_EVENT_KEY ? { eventKey: INNGEST_EVENT_KEY } : {}),
    ...(INNGEST_SIGNING_KEY ? { signingKey: INNGEST_SIGNING_KEY } : {}),
  });
  return client;
}
