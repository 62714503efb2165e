import { z } from "zod";
import { isEqual } from "@/lib/domain/conditions/is-equal";
import { matchesEventType } from "@/lib/domain/deliveries/event-type-pattern";
import { parseBody } from "@/lib/domain/deliveries/parse-body";
import { type Id, timeOfId } from "@/lib/domain/ids";
import { readPath } from "@/lib/domain/json/read-path";
import { unpackedBody } from "@/lib/services/unpacked-body";
import { endWaitsForRuns } from "@/lib/stores/child-runs";
import {
  type Arrived,
  type DeliveryWait,
  listArrived,
  listDeliveryWaits,
  listWaitsAt,
  noteScanned,
} from "@/lib/stores/delivery-waits";
import { endWait } from "@/lib/stores/waits";

/** How many deliveries are read at once, and how many times for an endpoint before it is another's turn. */
const PAGE_SIZE = 50;
const PAGES_MAX = 10;
/** A delivery may be written a little later than one that came after it, so the newest are looked at again. */
const LATE_MS = 3_000;

/** Ends the waits for which something has happened: the delivery has come, or the runs have ended. */
export async function settleWaits(nowMs = Date.now()): Promise<void> {
  await endWaitsForRuns(null);
  const groups = new Map<Id<"endpoint">, DeliveryWait[]>();
  for (const wait of await listDeliveryWaits()) {
    groups.set(wait.endpointId, [...(groups.get(wait.endpointId) ?? []), wait]);
  }
  for (const waits of groups.values()) await look(waits, nowMs);
}

/** Looks at what has come to the endpoint of some waits: each delivery is read once for all of them. */
async function look(waits: DeliveryWait[], nowMs: number): Promise<void> {
  const [oldest] = waits.toSorted((one, other) => ((one.scannedTo ?? "") < (other.scannedTo ?? "") ? -1 : 1));
  if (!oldest) return;
  let open = waits;
  let scannedTo = oldest.scannedTo;
  let settledTo: Id<"delivery"> | undefined;
  for (let page = 1; page <= PAGES_MAX; page++) {
    const arrived = await listArrived({ ...oldest, scannedTo }, PAGE_SIZE);
    for (const delivery of arrived) open = await offer(delivery, open);
    scannedTo = arrived.at(-1)?.id ?? scannedTo;
    settledTo = arrived.findLast(({ id }) => timeOfId(id) < nowMs - LATE_MS)?.id ?? settledTo;
    if (arrived.length < PAGE_SIZE) break;
  }
  const ids = open.map(({ id }) => id);
  if (settledTo && ids.length > 0) await noteScanned(ids, settledTo);
}

/** Shows the waits at an endpoint a delivery that was let in long after it came. */
export async function offerLate(
  workspaceId: Id<"workspace">,
  endpointId: Id<"endpoint">,
  delivery: Arrived,
): Promise<void> {
  const waits = await listWaitsAt(workspaceId, endpointId);
  await offer(
    delivery,
    waits.map((wait) => ({ ...wait, scannedTo: null })),
  );
}

const Asked = z.object({ eventTypes: z.array(z.string()), path: z.string(), equals: z.string() });

/** Ends those of some waits that waited for this delivery, and gives back the others. */
async function offer({ id, eventType, contentType, headers, body: bytes }: Arrived, waits: DeliveryWait[]) {
  const isLater = ({ scannedTo }: DeliveryWait) => scannedTo === null || id > scannedTo;
  const concerned = waits.filter((wait) => {
    return isLater(wait) && matchesEventType(Asked.parse(wait.asked).eventTypes, eventType);
  });
  if (!bytes || concerned.length === 0) return waits;
  const parsed = parseBody(await unpackedBody(headers, bytes), contentType);
  const isAwaited = ({ asked }: DeliveryWait) => {
    const { path, equals } = Asked.parse(asked);
    if (path === "") return true;
    const value = parsed.ok ? readPath(parsed.value, path) : undefined;
    return value !== undefined && value !== null && isEqual(value, equals);
  };
  const met = new Set(concerned.filter(isAwaited));
  for (const wait of met) await endWait(wait.workspaceId, wait.id, { deliveryId: id });
  return waits.filter((wait) => !met.has(wait));
}
