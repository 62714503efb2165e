import type { Check, Header, VerdictKind } from "@/lib/domain/deliveries/delivery";
import { type Id, toUuid } from "@/lib/domain/ids";
import type { RunStatus } from "@/lib/domain/runs/run";
import type { Lane } from "@/lib/domain/workflow/lane";
import { createBatcher } from "@/lib/platform/batcher";
import { floatArray, intArray, jsonArray, textArray, uuidArray } from "@/lib/platform/binary-arrays";
import { isDatabaseAway } from "@/lib/platform/database-away";
import { pool, queryWithin } from "@/lib/platform/db";
import { COMMIT, FIND_STORED, LINK_DUPLICATES } from "@/lib/stores/delivery-statements";

/** Senders are waiting. */
const PATIENCE_MS = 2_500;
const BATCH_SIZE_MAX = 500;
const BATCH_BYTES_MAX = 16_777_216;
const IN_FLIGHT_MAX = 2;
/** With fewer, it is cheaper to wait for the commit that is under way than to make another. */
const WORTH_SIZE = 8;
const WAITING_MAX = 20_000;

/** A run to be written with its delivery: queued, or already filtered with the reason. */
export type NewRun = {
  id: Id<"run">;
  workspaceId: Id<"workspace">;
  workflowId: Id<"workflow">;
  version: number;
  nodeId: string;
  /** Which event of several in one delivery; null when it is for the whole. */
  item: number | null;
  /** As a delivery's: if such an event has had its runs, this one is filtered. */
  dedupeKey: string | null;
  status: Extract<RunStatus, "queued" | "filtered">;
  error: string | null;
  /** Among which runs it takes its turn; null when it need not. */
  lane: Lane | null;
};

/** A delivery as it is written down, with what decided it. */
export type NewDelivery = {
  id: Id<"delivery">;
  workspaceId: Id<"workspace">;
  endpointId: Id<"endpoint">;
  /** The endpoint's revision that the verdict was reached under. */
  revision: number;
  receivedAtMs: number;
  durationMs: number;
  method: string;
  path: string;
  query: string;
  address: string;
  headers: Header[];
  contentType: string;
  body: Uint8Array;
  verdict: VerdictKind;
  reason: string | null;
  eventType: string | null;
  eventId: string | null;
  status: number;
  secretId: Id<"secret"> | null;
  checks: Check[];
  /** 16 bytes in hexadecimal digits, the same for the same event; null when there may be others like it. */
  dedupeKey: string | null;
  /** Until when a delivery with the same key is a duplicate, in ms since 1970. */
  dedupeUntilMs: number;
  runs: NewRun[];
};

/**
 * What became of a delivery: `stored`; stored as a `duplicate`, without runs; or not stored, since the endpoint has
 * changed since its revision was read (`stale`: decide again).
 */
export type Committed = "stored" | "duplicate" | "stale";

/** Writes a delivery, with whatever else arrives at the same time. Fails when it is not on disk. */
export const commitDelivery = createBatcher({
  flush: commitDeliveries,
  batchSizeMax: BATCH_SIZE_MAX,
  inFlightMax: IN_FLIGHT_MAX,
  worthSize: WORTH_SIZE,
  waitingMax: WAITING_MAX,
  weigh: ({ body }) => body.length,
  batchWeightMax: BATCH_BYTES_MAX,
  failsAll: isDatabaseAway,
});

/** Writes deliveries, their bytes, dedupe keys and runs: all in one commit, or none. Answers for each, in order. */
async function commitDeliveries(deliveries: NewDelivery[]): Promise<Committed[]> {
  const { rows } = await queryWithin<ResultRow>(PATIENCE_MS, {
    name: "commit-deliveries",
    text: COMMIT,
    values: [
      Buffer.concat(deliveries.map(({ body }) => body)),
      JSON.stringify(deliveries.flatMap(({ id, runs }) => runs.map((run) => runRow(id, run)))),
      ...deliveryColumns(deliveries),
    ],
  });
  const { stored = 0, duplicates = [] } = rows[0] ?? {};
  if (stored === deliveries.length && duplicates.length === 0) return deliveries.map(() => "stored");

  const isStored = await findStored(deliveries);
  const isLinked = new Map(duplicates.map((duplicate) => [duplicate.id, duplicate.isLinked]));
  await linkDuplicates(deliveries.filter(({ id }) => isLinked.get(toUuid(id)) === false));
  return deliveries.map(({ id }) => {
    if (isLinked.has(toUuid(id))) return "duplicate";
    return isStored.has(toUuid(id)) ? "stored" : "stale";
  });
}

type ResultRow = { stored: number; duplicates: { id: string; isLinked: boolean }[] };

async function findStored(deliveries: NewDelivery[]): Promise<Set<string>> {
  const { rows } = await queryWithin<{ id: string }>(PATIENCE_MS, {
    name: "find-stored",
    text: FIND_STORED,
    values: keysOf(deliveries),
  });
  return new Set(rows.map(({ id }) => id));
}

async function linkDuplicates(unlinked: NewDelivery[]): Promise<void> {
  if (unlinked.length === 0) return;
  const values = [...keysOf(unlinked), uuidArray(unlinked.map(({ dedupeKey }) => dedupeKey))];
  await pool().query({ name: "link-duplicates", text: LINK_DUPLICATES, values });
}

function keysOf(deliveries: NewDelivery[]): Buffer[] {
  return [uuidArray(deliveries.map(({ workspaceId }) => workspaceId)), uuidArray(deliveries.map(({ id }) => id))];
}

/** The batch column by column. The bodies are one parameter, of which each delivery's begins at `body_start`. */
function deliveryColumns(deliveries: NewDelivery[]): Buffer[] {
  let bodyEnd = 1;
  return [
    uuidArray(deliveries.map(({ id }) => id)),
    uuidArray(deliveries.map(({ endpointId }) => endpointId)),
    intArray(deliveries.map(({ revision }) => revision)),
    floatArray(deliveries.map(({ receivedAtMs }) => receivedAtMs)),
    floatArray(deliveries.map(({ durationMs }) => durationMs)),
    textArray(deliveries.map(({ method }) => method)),
    textArray(deliveries.map(({ path }) => path)),
    textArray(deliveries.map(({ query }) => query)),
    textArray(deliveries.map(({ address }) => address)),
    jsonArray(deliveries.map(({ headers }) => JSON.stringify(headers))),
    textArray(deliveries.map(({ contentType }) => contentType)),
    intArray(
      deliveries.map(({ body }) => {
        bodyEnd += body.length;
        return bodyEnd - body.length;
      }),
    ),
    intArray(deliveries.map(({ body }) => body.length)),
    textArray(deliveries.map(({ verdict }) => verdict)),
    textArray(deliveries.map(({ reason }) => reason)),
    textArray(deliveries.map(({ eventType }) => eventType)),
    textArray(deliveries.map(({ eventId }) => eventId)),
    intArray(deliveries.map(({ status }) => status)),
    uuidArray(deliveries.map(({ secretId }) => secretId)),
    jsonArray(deliveries.map(({ checks }) => JSON.stringify(checks))),
    uuidArray(deliveries.map(({ dedupeKey }) => dedupeKey)),
    floatArray(deliveries.map(({ dedupeUntilMs }) => dedupeUntilMs)),
  ];
}

/** A run as a row that PostgreSQL reads from JSON. */
export function runRow(deliveryId: Id<"delivery">, run: NewRun): object {
  return {
    id: toUuid(run.id),
    delivery_id: toUuid(deliveryId),
    workflow_id: toUuid(run.workflowId),
    version: run.version,
    node_id: run.nodeId,
    item: run.item,
    dedupe_key: run.dedupeKey,
    status: run.status,
    error: run.error,
    lane_limit: run.lane?.limit ?? null,
    lane_key: run.lane?.key ?? null,
  };
}
