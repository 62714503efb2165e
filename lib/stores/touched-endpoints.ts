import { toUuid } from "@/lib/domain/ids";
import type { Prisma } from "@/lib/platform/prisma/generated/client";

/** The endpoints that ring a workflow. */
export async function subscribedEndpoints(tx: Prisma.TransactionClient, { id }: { id: string }): Promise<string[]> {
  const rows = await tx.subscription.findMany({ where: { workflowId: toUuid(id) }, select: { endpointId: true } });
  return rows.map((row) => row.endpointId);
}

/** Lets doors know that something about these endpoints has changed. In the order of their ids, so that two publications never wait for each other in a circle. */
export async function touchEndpoints(tx: Prisma.TransactionClient, ids: string[]): Promise<void> {
  for (const id of [...new Set(ids)].sort()) {
    await tx.endpoint.update({ where: { id }, data: { revision: { increment: 1 } } });
  }
}
