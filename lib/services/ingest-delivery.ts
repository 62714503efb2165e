import type { Check, Header } from "@/lib/domain/deliveries/delivery";
import { hideParameters } from "@/lib/domain/deliveries/hide-parameters";
import { groupHeaders, hideCredentials } from "@/lib/domain/deliveries/read-headers";
import { storableText } from "@/lib/domain/deliveries/storable-text";
import { triggerOf } from "@/lib/domain/deliveries/trigger-of";
import { BODY_BYTES_DEFAULT } from "@/lib/domain/endpoints/endpoint-options";
import { DoorbellError, ERROR_STATUSES } from "@/lib/domain/errors";
import { newId } from "@/lib/domain/ids";
import type { PlannedReply } from "@/lib/domain/runs/effect";
import { announceDelivery } from "@/lib/services/announce";
import { awaitReply } from "@/lib/services/await-reply";
import { claimPlace, needsPlace, withoutPlace } from "@/lib/services/claim-place";
import { completeHandshake } from "@/lib/services/complete-handshake";
import { countsEach, dedupeKeyOf, dedupeUntilMs } from "@/lib/services/dedupe-key";
import { judgeRing } from "@/lib/services/judge-ring";
import { isTaken, type Judgement, type Rung } from "@/lib/services/judgement";
import {
  forgetRungEndpoint,
  hasTokenRetired,
  type OpenedEndpoint,
  openRungEndpoint,
  recallRungEndpoint,
} from "@/lib/services/open-rung-endpoint";
import { planRuns } from "@/lib/services/plan-runs";
import { watchSecurity } from "@/lib/services/watch-security";
import { type Answer, ownStatus, writeAnswer } from "@/lib/services/write-answer";
import { type Committed, commitDelivery, type NewDelivery, type NewRun } from "@/lib/stores/delivery-commits";

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
  /** Whether it came over https, as the connection or a trusted proxy tells. */
  isHttps: boolean;
  /** Whether a trusted proxy passed it on. */
  isFromProxy: boolean;
  /** Whether a member rings from within, which needs no proof. */
  isOurs?: boolean;
  /** Whether it is one of our samples, which tells of the same event each time and never counts as a repeat. */
  isSample?: boolean;
  /** The whole address as the server was asked for it. */
  url: string;
  /** The raw bytes; null when there are more than allowed. Rejects when the sender breaks off. */
  readBody: (bytesMax: number) => Promise<Uint8Array | null>;
};

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
    const endpoint = living(recallRungEndpoint(ring.token) ?? (await openRungEndpoint(ring.token)), nowMs);
    if (body === undefined) body = await ring.readBody(endpoint.gates.bytesMax ?? BODY_BYTES_DEFAULT);

    const rung = rungOf(endpoint, ring, body);
    const judged = judgeRing(endpoint, rung, nowMs);
    const judgement = judged instanceof Promise ? await judged : judged;
    const settlePlace = needsPlace(endpoint, rung) ? await claimPlace(endpoint, judgement, nowMs) : withoutPlace;
    const record = recordOf(endpoint, ring, { rung, judgement, nowMs, startedMs });
    const committed = await settlePlace(commitDelivery(record));
    if (committed === "stale") {
      forgetRungEndpoint(ring.token);
      continue;
    }
    const queued = afterwards(endpoint, { record, judgement }, committed);
    if (queued.length > 0) onQueued(queued);
    const reply = queued.length > 0 ? await replyOf(endpoint, record.id, queued) : undefined;
    return writeAnswer(endpoint, { ring, record, judgement, reply }, committed);
  }
  throw new DoorbellError("unavailable", "The endpoint is being changed. Try again.", { retryAfterSeconds: 1 });
}

/** What one of these runs answers the sender, if one does in time. */
function replyOf(
  { subscriptions }: OpenedEndpoint,
  deliveryId: NewDelivery["id"],
  queued: NewRun[],
): Promise<PlannedReply | undefined> | undefined {
  const timesMs = subscriptions
    .filter(({ workflowId, nodeId }) => queued.some((run) => run.workflowId === workflowId && run.nodeId === nodeId))
    .map(({ replyWithinMs }) => replyWithinMs ?? 0);
  const timeMs = Math.max(...timesMs);
  return timeMs > 0 ? awaitReply(deliveryId, timeMs) : undefined;
}

function living(endpoint: OpenedEndpoint | undefined, nowMs: number): OpenedEndpoint {
  if (endpoint && !hasTokenRetired(endpoint, nowMs)) return endpoint;
  throw new DoorbellError("unknown_endpoint", "There is no endpoint at this address.");
}

type Decided = { record: NewDelivery; judgement: Judgement };

/** Tells whoever should know of what is on disk now. The runs that wait to be run are the caller's to tell of. */
function afterwards(endpoint: OpenedEndpoint, { record, judgement }: Decided, committed: Committed): NewRun[] {
  announceDelivery(record, committed === "duplicate" ? "duplicate" : record.verdict);
  watchSecurity(record);
  if (judgement.handshake) completeHandshake(endpoint, judgement.handshake);
  return committed === "stored" ? record.runs.filter(({ status }) => status === "queued") : [];
}

function rungOf({ options }: OpenedEndpoint, ring: Ring, body: Uint8Array | null): Rung {
  const headers = groupHeaders(ring.headers);
  return {
    request: { method: ring.method, url: signedUrl(ring, options.publicUrl), headers, body: body ?? NO_BYTES },
    askedUrl: ring.url,
    address: ring.address,
    isHttps: ring.isHttps,
    isFromProxy: ring.isFromProxy,
    isOurs: ring.isOurs ?? false,
    contentType: headers["content-type"]?.[0] ?? "",
    contentEncoding: (headers["content-encoding"]?.[0] ?? "").trim().toLowerCase(),
    body,
  };
}

const NO_BYTES = new Uint8Array();

/** The address as the sender knows it: behind a proxy that is not what the server was asked for. */
export function signedUrl({ url, query }: Pick<Ring, "url" | "query">, publicUrl: string | undefined): string {
  if (publicUrl === undefined) return url;
  return query === "" || publicUrl.includes("?") ? publicUrl : `${publicUrl}?${query}`;
}

type Judged = { rung: Rung; judgement: Judgement; nowMs: number; startedMs: number };

function recordOf(endpoint: OpenedEndpoint, ring: Ring, { rung, judgement, nowMs, startedMs }: Judged): NewDelivery {
  const { verdict, refusal, handshake, eventType, eventId, dedupeSubject, secretId } = judgement;
  const subject = ring.isSample ? null : dedupeSubject;
  return {
    id: newId("delivery", nowMs),
    workspaceId: endpoint.workspaceId,
    endpointId: endpoint.id,
    revision: endpoint.revision,
    receivedAtMs: nowMs,
    durationMs: performance.now() - startedMs,
    method: ring.method,
    path: storableText(ring.path, 2_000),
    query: storableText(hideParameters(ring.query, endpoint.shown.parameters), 8_000),
    address: ring.address,
    headers: hideCredentials(ring.headers, endpoint.shown.headers).map(storableHeader),
    contentType: storableText(rung.contentType, 200),
    body: rung.request.body,
    verdict,
    reason: refusal?.reason ?? null,
    eventType: eventType && storableText(eventType, 200),
    eventId: eventId && storableText(eventId, 200),
    status: handshake?.status ?? (refusal ? ERROR_STATUSES[refusal.code] : acceptedStatus(endpoint, rung, judgement)),
    secretId,
    checks: judgement.checks.map(storableCheck),
    dedupeKey: isTaken(judgement) && subject !== null ? dedupeKeyOf(endpoint.id, subject) : null,
    dedupeUntilMs: dedupeUntilMs(endpoint.options, nowMs),
    runs: verdict === "accepted" ? runsOf(endpoint, ring, { rung, judgement, nowMs }) : [],
  };
}

function runsOf(endpoint: OpenedEndpoint, ring: Ring, { rung, judgement, nowMs }: Omit<Judged, "startedMs">): NewRun[] {
  const { eventType, eventId, items } = judgement;
  const { contentType, request } = rung;
  const receivedAt = new Date(nowMs).toISOString();
  const trigger = () =>
    triggerOf({ ...ring, contentType, eventType, eventId, receivedAt }, judgement.body ?? request.body);
  const areAllNew = ring.isSample || countsEach(endpoint.options);
  return planRuns(endpoint, { eventType, items, areAllNew, nowMs, trigger });
}

const ACCEPTED = 202;

function acceptedStatus(endpoint: OpenedEndpoint, { request }: Rung, { body }: Judgement): number {
  return ownStatus(endpoint, body ?? request.body) ?? ACCEPTED;
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
