import { findSource } from "@/lib/catalog/sources/index";
import { shownSecrets } from "@/lib/catalog/sources/shown-secrets";
import type { Check, Header } from "@/lib/domain/deliveries/delivery";
import { matchesEventType } from "@/lib/domain/deliveries/event-type-pattern";
import { hideParameters } from "@/lib/domain/deliveries/hide-parameters";
import { groupHeaders, hideCredentials } from "@/lib/domain/deliveries/read-headers";
import { storableText } from "@/lib/domain/deliveries/storable-text";
import { DoorbellError, ERROR_STATUSES } from "@/lib/domain/errors";
import { type Id, newId, toUuid } from "@/lib/domain/ids";
import { hmac, sha256 } from "@/lib/platform/digest";
import { announceDelivery } from "@/lib/services/announce";
import { type Judgement, judgeRing } from "@/lib/services/judge-ring";
import {
  forgetRungEndpoint,
  hasTokenRetired,
  type OpenedEndpoint,
  openRungEndpoint,
  recallRungEndpoint,
} from "@/lib/services/open-rung-endpoint";
import { type Committed, commitDelivery, type NewDelivery, type NewRun } from "@/lib/stores/delivery-commits";

const BODY_BYTES_MAX = 1_048_576;
const DEDUPE_WINDOW_MS = 72 * 3_600_000;
/** How often a verdict is reached anew, when the endpoint changes while it is rung. */
const DECISIONS_MAX = 3;

/** A request at the door, before anything is known of it. */
export type Ring = {
  token: string;
  method: string;
  /** What followed the token, beginning with a slash, or empty. */
  path: string;
  /** Without the question mark. */
  query: string;
  headers: Header[];
  address: string;
  /** The whole address as the server was asked for it. */
  url: string;
  /** The raw bytes; null when there are more than allowed. Rejects when the sender breaks off. */
  readBody: (bytesMax: number) => Promise<Uint8Array | null>;
};

/** What the sender is told. */
export type Answer = { status: number; headers: Record<string, string>; body: object };

type Options = {
  /** Told of the runs that have been written and wait to be run. */
  onQueued: (runs: NewRun[]) => void;
  nowMs?: number;
};

/** Checks a ring, writes it down with its runs, and says what to answer. Throws when it is not on disk. */
export async function ingestDelivery(ring: Ring, { onQueued, nowMs = Date.now() }: Options): Promise<Answer> {
  const startedMs = performance.now();
  let body: Uint8Array | null | undefined;

  for (let decision = 1; decision <= DECISIONS_MAX; decision++) {
    // Without a wait, if possible: bytes that a body's reader is there for in time never go through a queue.
    const endpoint = recallRungEndpoint(ring.token) ?? (await openRungEndpoint(ring.token));
    if (!endpoint || hasTokenRetired(endpoint, nowMs))
      throw new DoorbellError("unknown_endpoint", "There is no endpoint at this address.");
    if (body === undefined) body = await ring.readBody(BODY_BYTES_MAX);

    const delivery = decide(endpoint, ring, { body, nowMs, startedMs });
    const committed = await commitDelivery(delivery.record);
    if (committed === "stale") {
      forgetRungEndpoint(ring.token);
      continue;
    }
    announceDelivery(delivery.record, committed === "duplicate" ? "duplicate" : delivery.record.verdict);
    const queued = delivery.record.runs.filter((run) => run.status === "queued");
    if (committed === "stored" && queued.length > 0) onQueued(queued);
    return answer(endpoint, delivery, committed);
  }
  throw new DoorbellError("unavailable", "The endpoint is being changed. Try again.", { retryAfterSeconds: 1 });
}

type Decided = { record: NewDelivery; judgement: Judgement };

type Arrived = { body: Uint8Array | null; nowMs: number; startedMs: number };

function decide(endpoint: OpenedEndpoint, ring: Ring, { body, nowMs, startedMs }: Arrived): Decided {
  const headers = groupHeaders(ring.headers);
  const contentType = headers["content-type"]?.[0] ?? "";
  const signed = { method: ring.method, url: endpoint.publicUrl ?? ring.url, headers, body: body ?? new Uint8Array() };
  const contentEncoding = (headers["content-encoding"]?.[0] ?? "").trim().toLowerCase();
  const rung = { request: signed, contentType, contentEncoding, bodyBytesMax: BODY_BYTES_MAX, body };
  const judgement = judgeRing(endpoint, rung, { nowMs, hmac });
  const { verdict, refusal, eventType, eventId, secretId } = judgement;
  const isAccepted = verdict === "accepted";
  const shown = shownSecrets(findSource(endpoint.source));

  const record: NewDelivery = {
    id: newId("delivery", nowMs),
    workspaceId: endpoint.workspaceId,
    endpointId: endpoint.id,
    revision: endpoint.revision,
    receivedAtMs: nowMs,
    durationMs: performance.now() - startedMs,
    method: ring.method,
    path: storableText(ring.path, 2_000),
    query: storableText(hideParameters(ring.query, shown.parameters), 8_000),
    address: ring.address,
    headers: hideCredentials(ring.headers, shown.headers).map(storableHeader),
    contentType: storableText(contentType, 200),
    body: body ?? new Uint8Array(),
    verdict,
    reason: refusal?.reason ?? null,
    eventType: eventType && storableText(eventType, 200),
    eventId: eventId && storableText(eventId, 200),
    status: refusal ? ERROR_STATUSES[refusal.code] : 202,
    secretId,
    checks: judgement.checks.map(storableCheck),
    dedupeKey: isAccepted && eventId ? dedupeKeyOf(endpoint.id, eventId) : null,
    dedupeUntilMs: nowMs + DEDUPE_WINDOW_MS,
    runs: isAccepted ? planRuns(endpoint, eventType, nowMs) : [],
  };
  return { record, judgement };
}

/** The same for every delivery of one event at one endpoint. */
function dedupeKeyOf(endpointId: Id<"endpoint">, eventId: string): string {
  return sha256(`${toUuid(endpointId)} ${eventId}`).toString("hex", 0, 16);
}

function storableHeader({ name, value }: Header): Header {
  return { name, value: storableText(value, 16_384) };
}

function storableCheck(check: Check): Check {
  const storable: Check = { name: check.name, ok: check.ok };
  if (check.expected !== undefined) storable.expected = storableText(check.expected, 500);
  if (check.actual !== undefined) storable.actual = storableText(check.actual, 500);
  return storable;
}

/** One run for each webhook node that listens; those that are not for this event are kept, with the reason. */
function planRuns(endpoint: OpenedEndpoint, eventType: string | null, nowMs: number): NewRun[] {
  return endpoint.subscriptions.map(({ workflowId, nodeId, version, eventTypes, workflowStatus }) => {
    const error = reasonToFilter({ eventTypes, eventType, isPaused: workflowStatus === "paused" });
    return { id: newId("run", nowMs), workflowId, version, nodeId, status: error ? "filtered" : "queued", error };
  });
}

type Listening = { eventTypes: string[]; eventType: string | null; isPaused: boolean };

function reasonToFilter({ eventTypes, eventType, isPaused }: Listening): string | null {
  if (isPaused) return "The workflow is paused.";
  if (matchesEventType(eventTypes, eventType)) return null;
  const came = eventType === null ? "an event without a type" : `“${storableText(eventType, 200)}”`;
  return `The workflow starts on ${eventTypes.join(", ")}; this was ${came}.`;
}

function answer(endpoint: OpenedEndpoint, { record, judgement }: Decided, committed: Committed): Answer {
  const { refusal } = judgement;
  if (refusal) {
    // Nobody outside may learn that a disabled address exists, not even by an id.
    const isHidden = refusal.code === "unknown_endpoint";
    return {
      status: record.status,
      headers: refusal.code === "method_not_allowed" ? { allow: endpoint.methods.join(", ") } : {},
      body: { error: refusal.message, code: refusal.code, ...(isHidden ? {} : { delivery: record.id }) },
    };
  }
  const isDuplicate = committed === "duplicate";
  return {
    status: isDuplicate ? 200 : 202,
    headers: {},
    body: { delivery: record.id, verdict: isDuplicate ? "duplicate" : "accepted" },
  };
}
