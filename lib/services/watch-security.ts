import type { SecurityEventKind } from "@/lib/domain/endpoints/security-event";
import { log } from "@/lib/platform/log";
import type { NewDelivery } from "@/lib/stores/delivery-commits";
import { addSecurityEvents, type NewSecurityEvent, noteAddress } from "@/lib/stores/security-events";

/** What happens within this time is told together. */
const GATHER_MS = 2_000;
/** Of a flood from everywhere, so many addresses are told apart; the rest count as one. */
const GATHERED_MAX = 500;
/** Addresses that this process knows to be known. */
const SEEN_MAX = 50_000;

type Watched = Pick<NewDelivery, "workspaceId" | "endpointId" | "address" | "reason" | "checks" | "secretId">;

const gathered = new Map<string, NewSecurityEvent>();
const seen = new Set<string>();

/** Looks at a delivery for what belongs into the security log. Never waits and never fails; what is proven costs a look-up. */
export function watchSecurity(delivery: Watched): void {
  if (delivery.reason === "not_verified") gather(delivery, "not_verified", failedProof(delivery));
  else if (delivery.reason === "rate_limited" && failedProof(delivery) !== "")
    gather(delivery, "burst", failedProof(delivery));
  else if (delivery.secretId !== null) watchAddress(delivery);
}

function failedProof({ checks }: Watched): string {
  return checks.find(({ name, ok }) => !ok && name !== "rate")?.actual ?? "";
}

function gather({ workspaceId, endpointId, address }: Watched, kind: SecurityEventKind, detail: string): void {
  const from = gathered.size < GATHERED_MAX ? address : "";
  const key = `${kind} ${endpointId} ${from}`;
  const event = gathered.get(key);
  if (event) {
    event.count += 1;
    return;
  }
  if (gathered.size === 0) setTimeout(write, GATHER_MS).unref();
  gathered.set(key, { workspaceId, endpointId, kind, address: from, count: 1, detail: detail.slice(0, 500) });
}

function watchAddress(delivery: Watched): void {
  const { endpointId, address } = delivery;
  const key = `${endpointId} ${address}`;
  if (address === "" || seen.has(key)) return;
  if (seen.size >= SEEN_MAX) seen.clear();
  seen.add(key);
  noteAddress(endpointId, address)
    .then((isNew) => {
      if (isNew) gather(delivery, "new_address", "A proven delivery from an address that had not rung before.");
    })
    .catch(complain);
}

function write(): void {
  const events = [...gathered.values()];
  gathered.clear();
  addSecurityEvents(events, Date.now()).catch(complain);
}

function complain(error: unknown): void {
  log.warn("The security log could not be written.", {
    reason: error instanceof Error ? error.message : String(error),
  });
}
