import type { SecretInUse, SigningSecret } from "@/lib/domain/endpoints/endpoint";

/** The endpoint's newest deliveries, newest first, and which secret proved each. */
export type Proofs = {
  rows: readonly { secretId: string | null; atMs: number }[];
  /** Whether there are older ones. Those that were removed long ago are missed by nobody. */
  isCut: boolean;
};

/** When secrets were last used, looked up further back. */
export type EarlierUses = { lastMs: ReadonlyMap<string, number>; sinceMs: number };

export type Use = Pick<SecretInUse, "lastUsedAt" | "unusedSince" | "uses" | "share" | "deliveriesSince"> & {
  /** Whether it is known that it never proved anything. */
  isUnproven: boolean;
};

/** Of how many proven deliveries shares are told. */
const WINDOW = 200;

/** What the newest deliveries tell of the use of a secret. */
export function measureUse(
  { id, createdAt }: Pick<SigningSecret, "id" | "createdAt">,
  { rows, isCut }: Proofs,
  earlier?: EarlierUses,
): Use {
  const proven = rows.filter(({ secretId }) => secretId !== null);
  const window = proven.slice(0, WINDOW);
  const uses = window.filter(({ secretId }) => secretId === id).length;
  const createdMs = Date.parse(createdAt);
  const at = proven.findIndex(({ secretId }) => secretId === id);
  const lastMs = proven[at]?.atMs ?? earlier?.lastMs.get(id);
  // Where older rows were not looked at, nothing is known of the time before the oldest that was.
  const knownFromMs = earlier?.sinceMs ?? (isCut ? (rows.at(-1)?.atMs ?? createdMs) : createdMs);
  return {
    lastUsedAt: lastMs === undefined ? null : new Date(lastMs).toISOString(),
    unusedSince: new Date(lastMs ?? Math.max(createdMs, knownFromMs)).toISOString(),
    uses,
    share: window.length === 0 ? 0 : uses / window.length,
    deliveriesSince: at >= 0 ? at : proven.filter(({ atMs }) => atMs >= createdMs).length,
    isUnproven: lastMs === undefined && !isCut,
  };
}
