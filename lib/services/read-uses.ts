import { measureUse, type Use } from "@/lib/domain/endpoints/measure-use";
import type { Id } from "@/lib/domain/ids";
import { findEarlierUses, listProofs } from "@/lib/stores/secret-proofs";
import type { StoredSecret } from "@/lib/stores/signing-secrets";

type Asked = {
  workspaceId: Id<"workspace">;
  endpointId: Id<"endpoint">;
  secrets: readonly StoredSecret[];
  nowMs: number;
};

/** As far back as anybody asks. */
const LOOK_BACK_MS = 6 * 3_600_000;

export type SecretUses = StoredSecret & Use;

/** What the log tells of the use of an endpoint's secrets, in their order. */
export async function readUses({ workspaceId, endpointId, secrets, nowMs }: Asked): Promise<SecretUses[]> {
  const proofs = await listProofs(workspaceId, endpointId);
  const isUnseen = ({ id, status }: StoredSecret) =>
    status !== "revoked" && !proofs.rows.some(({ secretId }) => secretId === id);
  const sinceMs = nowMs - LOOK_BACK_MS;
  // At a busy endpoint the newest rows tell of minutes. What they do not tell is worth a longer look.
  const isWorthALook = proofs.isCut && (proofs.rows.at(-1)?.atMs ?? 0) > sinceMs && secrets.some(isUnseen);
  const earlier = isWorthALook ? await findEarlierUses({ workspaceId, endpointId, sinceMs }) : undefined;
  return secrets.map((secret) => ({ ...secret, ...measureUse(secret, proofs, earlier) }));
}
