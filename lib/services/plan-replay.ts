import { findSource } from "@/lib/catalog/sources/index";
import { groupHeaders } from "@/lib/domain/deliveries/read-headers";
import { splitBatch } from "@/lib/domain/deliveries/split-batch";
import { triggerOf } from "@/lib/domain/deliveries/trigger-of";
import type { Id } from "@/lib/domain/ids";
import type { RequestHeaders } from "@/lib/domain/signatures/signed-request";
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

async function runsOf(workspaceId: Id<"workspace">, { delivery, listening, nowMs }: Replaying): Promise<NewRun[]> {
  if (!listening) return [];
  const { endpoint, subscriptions } = listening;
  const { eventType } = delivery;
  const batch = endpoint.options["batch"] === "items" ? findSource(endpoint.source)?.batch : undefined;
  const needsTrigger = batch || subscriptions.some(({ concurrency }) => concurrency?.key);
  const trigger = needsTrigger ? await readTrigger(workspaceId, delivery.id) : {};
  const items = batch
    ? splitBatch(batch, { headers: trigger.headers ?? {}, body: trigger.values?.["body"] }).items
    : [];
  // A repeat is meant here, so no key keeps it out.
  const about = { eventType, items, areAllNew: true, nowMs, trigger: () => trigger.values ?? {} };
  return planRuns({ id: endpoint.id, workspaceId, subscriptions }, about);
}

type Trigger = { headers?: RequestHeaders; values?: Record<string, unknown> };

async function readTrigger(workspaceId: Id<"workspace">, id: Id<"delivery">): Promise<Trigger> {
  const delivery = await findDelivery(workspaceId, id);
  const bytes = await findDeliveryBody(workspaceId, id);
  if (!delivery || !bytes) return {};
  const values = triggerOf(delivery, await unpackedBody(delivery.headers, bytes));
  return { headers: groupHeaders(delivery.headers), values };
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
