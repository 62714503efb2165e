import type { Delivery } from "@/lib/domain/deliveries/delivery";

/** What the sender got back: the status and the JSON that went with it, and what senders make of such a status. */
export type AnswerSeen = { status: number; phrase: string; body: Record<string, string> | null; meaning: string };

type Answered = Pick<Delivery, "id" | "verdict" | "reason" | "status" | "checks">;

/**
 * Tells the answer again from what the log knows. Its body is null where Doorbell did not choose it: in a handshake, and
 * where the endpoint or its source has an answer of its own.
 */
export function answerSeen(delivery: Answered, hasOwn = false): AnswerSeen {
  const { status } = delivery;
  return { status, phrase: PHRASES[status] ?? "", body: bodyOf(delivery, hasOwn), meaning: meaningOf(status) };
}

function bodyOf({ id, verdict, reason, checks }: Answered, hasOwn: boolean): AnswerSeen["body"] {
  if (verdict === "handshake") return null;
  if (verdict !== "rejected") return hasOwn ? null : { delivery: id, verdict };
  const failed = checks.find((check) => !check.ok);
  // Nobody outside may learn that a disabled address exists, not even by an id.
  if (reason === "endpoint_disabled")
    return { error: "There is no endpoint at this address.", code: "unknown_endpoint" };
  const error = SENTENCES[reason ?? ""]?.(failed ?? {});
  return { ...(error === undefined ? {} : { error }), code: reason ?? "", delivery: id };
}

type Failed = { expected?: string | undefined; actual?: string | undefined };

const SENTENCES: Readonly<Record<string, (failed: Failed) => string | undefined>> = {
  method_not_allowed: ({ expected }) => expected && `This endpoint takes ${expected}.`,
  too_large: ({ expected }) => expected && `The body is too large: this endpoint takes ${expected}.`,
  unsupported_type: () => "This endpoint takes bodies that are not compressed.",
  not_verified: () => "The sender could not be verified.",
  malformed_body: ({ actual }) => actual,
};

const PHRASES: Readonly<Record<number, string>> = {
  200: "OK",
  201: "Created",
  202: "Accepted",
  204: "No Content",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  503: "Service Unavailable",
};

function meaningOf(status: number): string {
  if (status < 300) return "The sender counts it as delivered.";
  if (status === 429 || status >= 500) return "The sender was asked to try again later. Most do.";
  return "The sender counts it as failed. Many try again for a while, and some switch a webhook off that keeps failing.";
}
