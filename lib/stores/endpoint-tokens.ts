import { type Id, toUuid } from "@/lib/domain/ids";
import { db } from "@/lib/platform/db";

type TokenRotation = {
  tokenHash: Uint8Array;
  tokenSealed: Uint8Array;
  /** When the tokens before this one lead nowhere any more, unless they retire earlier. */
  retiresAt: Date;
};

/** Gives an endpoint a new token and lets those before it retire, in one commit that every door learns of. */
export async function rotateToken(
  workspaceId: Id<"workspace">,
  endpointId: Id<"endpoint">,
  { tokenHash, tokenSealed, retiresAt }: TokenRotation,
): Promise<void> {
  const where = { workspaceId: toUuid(workspaceId), endpointId: toUuid(endpointId) };
  await db().$transaction([
    // First, so that of two rotations at once the second finds the token of the first, and retires it.
    db().endpoint.update({
      where: { id: where.endpointId, workspaceId: where.workspaceId },
      data: { tokenSealed: Uint8Array.from(tokenSealed), revision: { increment: 1 } },
    }),
    db().endpointToken.updateMany({
      where: { ...where, OR: [{ retiresAt: null }, { retiresAt: { gt: retiresAt } }] },
      data: { retiresAt },
    }),
    db().endpointToken.create({ data: { ...where, tokenHash: Uint8Array.from(tokenHash) } }),
  ]);
}

/** Takes away the tokens that lead nowhere any more. */
export async function sweepTokens(now: Date): Promise<void> {
  await db().endpointToken.deleteMany({ where: { retiresAt: { lte: now } } });
}
