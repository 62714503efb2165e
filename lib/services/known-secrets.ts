import type { Id } from "@/lib/domain/ids";
import type { KnownSecret } from "@/lib/domain/signatures/diagnose/known-secret";
import { open } from "@/lib/platform/cipher";
import { listOtherSecrets, listSealedSecrets, type SealedSecret } from "@/lib/stores/sealed-secrets";

/**
 * The secrets that a sender may have used by mistake, open: this endpoint's of all states, and the active ones of some
 * others in the workspace. Only in memory; what the endpoint took at that moment comes first.
 */
export async function knownSecrets(
  workspaceId: Id<"workspace">,
  endpointId: Id<"endpoint">,
  atMs: number,
): Promise<KnownSecret[]> {
  const [own, others] = await Promise.all([
    listSealedSecrets(workspaceId, endpointId),
    listOtherSecrets(workspaceId, endpointId),
  ]);
  const value = ({ id, valueSealed }: { id: Id<"secret">; valueSealed: Uint8Array }) =>
    open(valueSealed, { workspaceId, purpose: "signing-secret", id });
  const ownSecrets = own.map((secret) => ({ id: secret.id, value: value(secret), ...describe(secret, atMs) }));
  const otherSecrets = others.map((secret) => ({
    id: secret.id,
    value: value(secret),
    label: `the secret of the endpoint “${secret.endpointName}”`,
    standing: "foreign" as const,
  }));
  return [...ownSecrets, ...otherSecrets].sort((one, other) => RANKS[one.standing] - RANKS[other.standing]);
}

const RANKS = { current: 0, newer: 1, former: 2, foreign: 3 };

function describe({ createdAt, endsAt }: SealedSecret, atMs: number): Pick<KnownSecret, "label" | "standing"> {
  if (createdAt.getTime() > atMs) {
    return { label: `the secret of ${day(createdAt)}, which was made after this arrived`, standing: "newer" };
  }
  if (endsAt === null || endsAt.getTime() > atMs) return { label: "the endpoint's secret", standing: "current" };
  return { label: `the secret that was revoked on ${day(endsAt)}`, standing: "former" };
}

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

function day(date: Date): string {
  return DAY.format(date);
}
