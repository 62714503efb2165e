import type { Id } from "@/lib/domain/ids";
import { seal } from "@/lib/platform/cipher";
import { randomToken, sha256 } from "@/lib/platform/digest";

/** 192 bits: nobody finds an address by trying. */
const TOKEN_BYTES = 24;

/** A token for an endpoint's address, in the two forms that are kept: to be found by, and to be read again. */
export function newToken(
  workspaceId: Id<"workspace">,
  endpointId: Id<"endpoint">,
): { tokenHash: Uint8Array; tokenSealed: Uint8Array } {
  const token = randomToken(TOKEN_BYTES);
  return {
    tokenHash: sha256(token),
    tokenSealed: seal(token, { workspaceId, purpose: "endpoint-token", id: endpointId }),
  };
}
