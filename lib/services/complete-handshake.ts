import type { HandshakeAnswer } from "@/lib/catalog/sources/handshake";
import { newId } from "@/lib/domain/ids";
import { seal } from "@/lib/platform/cipher";
import { log } from "@/lib/platform/log";
import { sendRequest } from "@/lib/platform/send-request/send-request";
import type { OpenedEndpoint } from "@/lib/services/open-rung-endpoint";
import { addFirstSecret } from "@/lib/stores/signing-secrets";

const CONFIRM_TIMEOUT_MS = 10_000;

/** Does what a handshake asks for beyond its answer, after that has been given. Never fails: the log tells. */
export function completeHandshake(endpoint: OpenedEndpoint, { ok, secret, confirmUrl }: HandshakeAnswer): void {
  if (ok === false) return;
  if (secret !== undefined) {
    keepSecret(endpoint, secret).catch((error: unknown) => log.error("A sender's secret could not be kept.", error));
  }
  if (confirmUrl !== undefined) void confirm(confirmUrl);
}

/** Only the first: a later hand-over could be anybody's. */
async function keepSecret({ workspaceId, id: endpointId }: OpenedEndpoint, value: string): Promise<void> {
  const id = newId("secret");
  const valueSealed = seal(value, { workspaceId, purpose: "signing-secret", id });
  await addFirstSecret(workspaceId, endpointId, { id, valueSealed });
}

async function confirm(url: string): Promise<void> {
  const outcome = await sendRequest({ method: "GET", url, headers: [], timeoutMs: CONFIRM_TIMEOUT_MS });
  if (outcome.kind === "answered" && outcome.status < 300) return;
  log.warn("A subscription could not be confirmed.", { host: new URL(url).host, outcome: outcome.kind });
}
