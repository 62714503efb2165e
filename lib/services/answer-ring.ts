import { DoorbellError } from "@/lib/domain/errors";
import { log } from "@/lib/platform/log";
import { type Answer, ingestDelivery, type Ring } from "@/lib/services/ingest-delivery";
import type { NewRun } from "@/lib/stores/delivery-commits";

/** What the sender gets, ready to be written to a socket. */
export type WrittenAnswer = { status: number; headers: Record<string, string>; body: string };

/** Takes a ring in, and answers whatever happens: an unexpected fault is logged, and told as `unavailable`. */
export async function answerRing(ring: Ring, onQueued: (runs: NewRun[]) => void): Promise<WrittenAnswer> {
  try {
    return write(await ingestDelivery(ring, { onQueued }));
  } catch (error) {
    return write(refusal(error));
  }
}

function refusal(error: unknown): Answer {
  const known =
    error instanceof DoorbellError
      ? error
      : new DoorbellError("unavailable", "Try again.", { cause: error, retryAfterSeconds: 5 });
  if (known.cause !== undefined) log.error("A ring could not be stored.", known.cause);
  const retryAfter = known.retryAfterSeconds;
  return {
    status: known.status,
    headers: retryAfter === undefined ? {} : { "retry-after": String(retryAfter) },
    body: { error: known.message, code: known.code },
  };
}

function write({ status, headers, body }: Answer): WrittenAnswer {
  return {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...headers },
    body: JSON.stringify(body),
  };
}
