import type { Actor } from "@/lib/domain/accounts/actor";
import { sha256 } from "@/lib/platform/digest";
import { findApiKey, touchApiKey } from "@/lib/stores/api-keys";

const KEY_LENGTH_MAX = 500;
const TOUCH_EVERY_MS = 60_000;

/** Who acts by an API key; undefined when there is no such key. */
export async function identifyKey(key: string, nowMs = Date.now()): Promise<Actor | undefined> {
  if (key.length > KEY_LENGTH_MAX) return undefined;
  const found = await findApiKey(sha256(key));
  if (!found) return undefined;
  const { id, workspaceId, role, lastUsedAt } = found;
  if (!lastUsedAt || nowMs - lastUsedAt.getTime() > TOUCH_EVERY_MS) await touchApiKey(workspaceId, id);
  return { workspaceId, role, userId: null };
}
