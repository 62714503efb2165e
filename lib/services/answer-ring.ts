import { DoorbellError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import { log } from "@/lib/platform/log";
import { SenderGoneError } from "@/lib/platform/sender-gone";
import { ingestDelivery, type Ring } from "@/lib/services/ingest-delivery";
import type { Answer } from "@/lib/services/write-answer";
import type { NewRun } from "@/lib/stores/delivery-commits";

/** What the sender gets, ready to be written to a socket. */
export type WrittenAnswer = {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** What was written down of it; undefined when nothing was. */
  delivery: Id<"delivery"> | undefined;
};

/** Takes a ring in, and answers whatever happens: an unexpected fault is logged, and told as `unavailable`. */
export async function answerRing(ring: Ring, onQueued: (runs: NewRun[]) => void): Promise<WrittenAnswer> {
  try {
    return write(await ingestDelivery(ring, { onQueued }));
  } catch (error) {
    return write(refusal(error));
  }
}

function refusal(error: unknown): Answer {
  const known = error instanceof DoorbellError ? error : unexpected(error);
  if (known.cause !== undefined) log.error("A ring could not be stored.", known.cause);
  const retryAfter = known.retryAfterSeconds;
  return {
    status: known.status,
    headers: retryAfter === undefined ? {} : { "retry-after": String(retryAfter) },
    body: { error: known.message, code: known.code },
  };
}

function unexpected(cause: unknown): DoorbellError {
  // Nobody is left to read the answer, and it is no fault of ours to log.
  if (cause instanceof SenderGoneError) return new DoorbellError("malformed_body", cause.message);
  return new DoorbellError("unavailable", "This cannot be stored right now. Try again.", {
    cause,
    retryAfterSeconds: 5,
  });
}

function write({ status, headers, body, delivery }: Answer): WrittenAnswer {
  const written: Record<string, string> = {
    "content-type": "application/json",
    "cache-control": "no-store",
    // An answer may echo what a stranger sent. A browser that is brought to it must not make a page of it.
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
  };
  for (const name in headers) written[name] = headers[name] ?? "";
  return {
    status,
    headers: written,
    body: typeof body === "string" ? body : JSON.stringify(body),
    delivery,
  };
}
