import type { Authorization, PlannedRequest } from "@/lib/domain/runs/effect";
import { signStandardWebhook } from "@/lib/services/steps/authorize/standard-webhooks";
import type { Sent } from "@/lib/services/steps/transport";

type Leaving = { idempotencyKey: string; timeoutMs: number };

export type Authorized = { ok: true; request: PlannedRequest } | { ok: false; sent: Sent };

/** Does to a request what can only be done as it leaves: a signature with the time, or a token that has to be asked for. */
export async function authorizeRequest(
  request: PlannedRequest,
  authorization: Authorization | undefined,
  { idempotencyKey }: Leaving,
): Promise<Authorized> {
  switch (authorization?.kind) {
    case undefined:
      return { ok: true, request };
    case "standard-webhooks": {
      // Its id is the key that all tries share, so that a receiver can tell a repeat; the time is that of this try.
      const webhook = { secrets: authorization.secrets, id: idempotencyKey, nowMs: Date.now() };
      const signed = signStandardWebhook(request, webhook);
      return signed ? { ok: true, request: signed } : refused("A signing secret cannot be used. Paste it again.");
    }
    default:
      throw new Error(`No way to authorize: ${authorization?.kind}`);
  }
}

function refused(message: string): Authorized {
  const end = { kind: "refused", isWorthRetrying: false } as const;
  return { ok: false, sent: { status: "failed", end, output: { error: message }, response: null, message } };
}
