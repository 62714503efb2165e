import { findSource } from "@/lib/catalog/sources/index";
import { parseBody } from "@/lib/domain/deliveries/parse-body";
import { groupHeaders } from "@/lib/domain/deliveries/read-headers";
import { type BatchItem, splitBatch } from "@/lib/domain/deliveries/split-batch";
import type { Id } from "@/lib/domain/ids";
import { planRuns } from "@/lib/services/plan-runs";
import { unpackedBody } from "@/lib/services/unpacked-body";
import { findDelivery, findDeliveryBody } from "@/lib/stores/deliveries";
import type { NewRun } from "@/lib/stores/delivery-commits";
import { findEndpoint, type StoredEndpoint } from "@/lib/stores/endpoints";
import { findLastRuns, type LastRun, type NewReplay, type Replayable } from "@/lib/stores/replays";
import { findSubscriptions, type RungEndpoint } from "@/lib/stores/rung-endpoints";

type Wanted = {
  /** One workflow alone. */
  workflow?: Id<"workflow"> | undefined;
  /** Only where the last run ended so. */
  runStatus?: string | undefined;
  /** Whether effects that were done are done again. */
  again: boolean;
  /** How many runs may begin in a second; all at once without. */
  ratePerSecond?: number;
  nowMs: number;
};

/**
 * The runs that begin when deliveries are run once more, by whatever listens now. A workflow that has run for a delivery
 * before shares the keys of its effects with that run.
 */
export async function planReplay(
  workspaceId: Id<"workspace">,
  deliveries: Replayable[],
  wanted: Wanted,
): Promise<NewReplay[]> {
  const ids = deliveries.map(({ id }) => id);
  const lastRuns = new Map((await findLastRuns(workspaceId, ids)).map((run) => [keyOf(run), run]));
  const listeners = new Map<Id<"endpoint">, Listening | undefined>();
  const replays: NewReplay[] = [];
  for (const delivery of deliveries) {
    const { endpointId } = delivery;
    if (!listeners.has(endpointId)) listeners.set(endpointId, await readListening(workspaceId, endpointId, wanted));
    const listening = listeners.get(endpointId);
    for (const run of await runsOf(workspaceId, { delivery, listening, nowMs: wanted.nowMs })) {
      const last = lastRuns.get(keyOf({ ...run, deliveryId: delivery.id }));
      if (wanted.runStatus !== undefined && last?.status !== wanted.runStatus) continue;
      replays.push({
        run,
        deliveryId: delivery.id,
        rootId: wanted.again || !last ? null : last.rootId,
        retryOf: last?.id ?? null,
        dueAtMs: dueAtMs(replays.length, wanted),
      });
    }
  }
  return replays;
}

function dueAtMs(place: number, { ratePerSecond, nowMs }: Wanted): number {
  return ratePerSecond === undefined ? nowMs : nowMs + (place * 1_000) / ratePerSecond;
}

type Replaying = { delivery: Replayable; listening: Listening | undefined; nowMs: number };

/** A repeat is meant here, so no key keeps it out. */
async function runsOf(workspaceId: Id<"workspace">, { delivery, listening, nowMs }: Replaying): Promise<NewRun[]> {
  if (!listening) return [];
  const { endpointId: id, eventType } = delivery;
  const items = await itemsOf(workspaceId, listening.endpoint, delivery);
  const runs = planRuns({ id, subscriptions: listening.subscriptions }, { eventType, items, nowMs });
  return runs.map((run) => ({ ...run, dedupeKey: null }));
}

function keyOf({ deliveryId, workflowId, item }: Pick<LastRun, "deliveryId" | "workflowId" | "item">): string {
  return `${deliveryId} ${workflowId} ${item}`;
}

type Listening = { endpoint: StoredEndpoint; subscriptions: RungEndpoint["subscriptions"] };

async function readListening(
  workspaceId: Id<"workspace">,
  endpointId: Id<"endpoint">,
  { workflow }: Pick<Wanted, "workflow">,
): Promise<Listening | undefined> {
  const endpoint = await findEndpoint(workspaceId, endpointId);
  if (!endpoint) return undefined;
  const subscriptions = await findSubscriptions(workspaceId, endpointId);
  return { endpoint, subscriptions: subscriptions.filter(({ workflowId }) => !workflow || workflowId === workflow) };
}

/** The events of a delivery that carries several, where each runs for itself. */
async function itemsOf(
  workspaceId: Id<"workspace">,
  endpoint: StoredEndpoint,
  { id }: Replayable,
): Promise<BatchItem[]> {
  const batch = findSource(endpoint.source)?.batch;
  if (!batch || endpoint.options["batch"] !== "items") return [];
  const delivery = await findDelivery(workspaceId, id);
  const bytes = await findDeliveryBody(workspaceId, id);
  if (!delivery || !bytes) return [];
  const parsed = parseBody(await unpackedBody(delivery.headers, bytes), delivery.contentType);
  return parsed.ok ? splitBatch(batch, { headers: groupHeaders(delivery.headers), body: parsed.value }).items : [];
}
