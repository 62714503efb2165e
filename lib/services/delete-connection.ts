import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { ConnectionRemoval, ConnectionUse } from "@/lib/domain/connections/connection";
import { DoorbellError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import { found } from "@/lib/services/found";
import { listConnectionUses } from "@/lib/stores/connection-uses";
import { findSealedConnection, deleteConnection as writeRemoval } from "@/lib/stores/connections";

/** Takes a connection and its secrets away for good. One that published workflows use is kept unless forced. */
export async function deleteConnection(
  actor: Actor,
  id: Id<"connection">,
  { force }: ConnectionRemoval,
): Promise<void> {
  authorize(actor, "connection:write");
  const { workspaceId } = actor;
  found(await findSealedConnection(workspaceId, id), "connection");
  const uses = force ? undefined : (await listConnectionUses(workspaceId, [id])).get(id);
  if (uses) throw new DoorbellError("conflict", `It is used by ${named(uses)}. Without it, their runs fail.`);
  await writeRemoval(workspaceId, id);
}

const NAMED_MAX = 5;

function named(uses: readonly ConnectionUse[]): string {
  const names = uses.slice(0, NAMED_MAX).map(({ name }) => `“${name}”`);
  const rest = uses.length - names.length;
  return new Intl.ListFormat("en").format(rest > 0 ? [...names, `${rest} more`] : names);
}
