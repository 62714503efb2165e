import type { Endpoint } from "@/lib/domain/endpoints/endpoint";
import type { Id } from "@/lib/domain/ids";
import { open } from "@/lib/platform/cipher";
import { publicUrl } from "@/lib/platform/public-url";
import { shownOptions } from "@/lib/services/check-options";
import type { StoredEndpoint } from "@/lib/stores/endpoints";

/** An endpoint as members and the API see it: with its whole address, and without any secret. */
export function endpointView(workspaceId: Id<"workspace">, endpoint: StoredEndpoint): Endpoint {
  const { id, name, source, status, tokenSealed, createdAt, previousTokenUntil } = endpoint;
  const options = shownOptions(endpoint.options);
  const token = open(tokenSealed, { workspaceId, purpose: "endpoint-token", id });
  return {
    id,
    name,
    url: hookUrl(token),
    previousUrlUntil: previousTokenUntil?.toISOString() ?? null,
    source,
    options,
    status,
    createdAt: createdAt.toISOString(),
  };
}

/** The address that is rung. */
export function hookUrl(token: string): string {
  return `${publicUrl()}/api/hooks/${token}`;
}
