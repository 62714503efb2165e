import type { SecretInUse } from "@/lib/domain/endpoints/endpoint";

const HOUR_MS = 3_600_000;
const UNUSED_HOURS_MIN = 6;
const UNUSED_DELIVERIES_MIN = 20;
/** Whoever used a secret this lately will use it again. */
const JUST_USED_MS = HOUR_MS;

export type SecretUse = Pick<
  SecretInUse,
  "id" | "status" | "createdAt" | "lastUsedAt" | "unusedSince" | "deliveriesSince"
>;

/** The other secrets of the endpoint. */
type Others = readonly Pick<SecretInUse, "id" | "status">[];

/**
 * Whether a secret can be revoked without anybody noticing: another active one does the work, and for hours and for many
 * deliveries nobody has used this one. It looks at what is on record: where nothing is, it says no.
 */
export function isSafeToRevoke(secret: SecretUse, secrets: Others, nowMs: number): boolean {
  return secret.status !== "revoked" && hasOtherActive(secret, secrets) && isUnused(secret, nowMs);
}

/** Says plainly why a secret can be revoked without anybody noticing, or why not yet. */
export function explainUse(secret: SecretUse, secrets: Others, nowMs: number): string {
  if (secret.status === "revoked") return "It is revoked: nothing can be proved with it any more.";
  const unused = `unused for ${duration(nowMs - Date.parse(secret.unusedSince))} and ${deliveries(secret.deliveriesSince)}`;
  if (!hasOtherActive(secret, secrets)) return "Keep it: it is the only active secret. Rotate it first.";
  if (isUnused(secret, nowMs)) return `Safe to revoke: ${unused}.`;
  if (secret.deliveriesSince === 0 && secret.lastUsedAt !== null)
    return `Keep it: it proved the latest delivery, ${duration(nowMs - Date.parse(secret.lastUsedAt))} ago.`;
  return `Keep it for now: ${unused}. It is safe to revoke after ${UNUSED_HOURS_MIN} h and ${UNUSED_DELIVERIES_MIN} deliveries without it.`;
}

type Revoked = Pick<SecretInUse, "id" | "status" | "lastUsedAt"> & {
  /** Whether it is known that it never proved anything. */
  isUnproven: boolean;
};

/**
 * Why an active secret must not be revoked without a second thought; undefined when it may. One that is retiring may
 * always: that it ends is settled.
 */
export function reasonToKeep(secret: Revoked, secrets: Others, nowMs: number): string | undefined {
  if (secret.status !== "active") return undefined;
  const { lastUsedAt } = secret;
  const sinceMs = lastUsedAt === null ? Number.POSITIVE_INFINITY : nowMs - Date.parse(lastUsedAt);
  if (sinceMs < JUST_USED_MS) {
    return `This secret proved a delivery ${duration(sinceMs)} ago. Its sender would be refused: rotate the secret instead, or force it.`;
  }
  const isOnlyOne = !secrets.some(({ id, status }) => id !== secret.id && status !== "revoked");
  if (isOnlyOne && !secret.isUnproven) {
    return "This is the only secret that works. Every sender would be refused: rotate the secret first, or force it.";
  }
  return undefined;
}

function hasOtherActive({ id }: SecretUse, secrets: Others): boolean {
  return secrets.some((other) => other.id !== id && other.status === "active");
}

function isUnused({ unusedSince, deliveriesSince }: SecretUse, nowMs: number): boolean {
  return nowMs - Date.parse(unusedSince) >= UNUSED_HOURS_MIN * HOUR_MS && deliveriesSince >= UNUSED_DELIVERIES_MIN;
}

/** In the largest unit of which there are two, so that “47 h” stays more exact than “2 d”. */
function duration(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 1) return "less than 1 min";
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}

function deliveries(count: number): string {
  return count === 1 ? "1 delivery" : `${count.toLocaleString("en")} deliveries`;
}
