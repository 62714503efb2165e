import { isLosslessNumber } from "lossless-json";
import { z } from "zod";
import { readPath } from "@/lib/domain/json/read-path";
import { headerValues, type RequestHeaders } from "@/lib/domain/signatures/signed-request";

const DAY_SECONDS = 86_400;

const DedupeFields = z.strictObject({
  /** `event-id` is what the source calls the event; `path` and `header` say where else its name stands. */
  by: z.enum(["event-id", "path", "header", "body", "none"]).default("event-id"),
  /** Within the parsed body, such as `data.id`. */
  path: z.string().trim().min(1, "Say where the id stands, such as data.id.").max(200).optional(),
  header: z
    .string()
    .trim()
    .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, "A header's name has letters, digits and dashes only.")
    .max(100)
    .toLowerCase()
    .optional(),
  windowSeconds: z
    .int()
    .min(60, "A repeat is looked for within a minute at least.")
    .max(30 * DAY_SECONDS, "A repeat is looked for within 30 days at most.")
    .default(3 * DAY_SECONDS),
});

/** What makes two deliveries of an endpoint the same event, and for how long after the first one. */
export const DedupeRule = DedupeFields.superRefine((rule, context) => {
  for (const [field, example] of [
    ["path", "data.id"],
    ["header", "x-event-id"],
  ] as const) {
    const isWanted = rule.by === field;
    if (isWanted === (rule[field] !== undefined)) continue;
    const message = isWanted
      ? `Say where the id stands, such as ${example}.`
      : `A ${field} is for finding repeats by ${field} only.`;
    context.addIssue({ code: "custom", path: [field], message });
  }
});
export type DedupeRule = z.infer<typeof DedupeRule>;

type Arrival = {
  /** The source's own name for the event. */
  eventId: string | null;
  headers: RequestHeaders;
  /** The body as workflows see it. */
  body: unknown;
  /** The bytes as they came. */
  bytes: Uint8Array;
  /** SHA-256 in hex. */
  hash: (bytes: Uint8Array) => string;
};

/**
 * The text by which a delivery is known when it comes again: the same for two that are the same event. Null when nothing
 * tells, and every delivery counts. A place is part of the text, so that a rule's change takes no event for another's repeat.
 */
export function dedupeSubject(rule: DedupeRule, arrival: Arrival): string | null {
  switch (rule.by) {
    case "event-id":
      return arrival.eventId;
    case "path":
      return subjectAt(`$.${rule.path ?? ""}`, idText(readPath(arrival.body, rule.path ?? "")));
    case "header":
      return subjectAt(rule.header ?? "", idText(headerValues(arrival.headers, rule.header ?? "")[0]));
    case "body":
      return arrival.bytes.length === 0 ? null : arrival.hash(arrival.bytes);
    case "none":
      return null;
  }
}

function subjectAt(place: string, id: string | null): string | null {
  return id === null ? null : `${place}=${id}`;
}

/** Text or a number with all its digits; null for a list or an object, which is no id. */
export function idText(value: unknown): string | null {
  const isNumber = typeof value === "number" || isLosslessNumber(value);
  const text = typeof value === "string" || isNumber ? String(value).trim() : "";
  return text === "" ? null : text;
}
