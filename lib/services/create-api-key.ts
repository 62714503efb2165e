import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { ApiKey, NewApiKey } from "@/lib/domain/accounts/api-key";
import { randomToken, sha256 } from "@/lib/platform/digest";
import { createApiKey as writeApiKey } from "@/lib/stores/api-keys";

/** How much of a key is kept to recognise it by: too little to guess the rest. */
export const API_KEY_PREFIX_LENGTH = 10;

const KEY_BYTES = 32;

/** Makes an API key. Its value is in this answer, and in none after it. */
export async function createApiKey(actor: Actor, { name, role }: NewApiKey): Promise<ApiKey & { key: string }> {
  authorize(actor, "api-key:write");
  const key = `dbk_${randomToken(KEY_BYTES)}`;
  const stored = await writeApiKey(actor.workspaceId, {
    name,
    role,
    keyHash: sha256(key),
    prefix: key.slice(0, API_KEY_PREFIX_LENGTH),
  });
  return { ...stored, key };
}
