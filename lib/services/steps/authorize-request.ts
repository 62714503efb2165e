import type { Authorization, PlannedRequest } from "@/lib/domain/runs/effect";
import type { Sent } from "@/lib/services/steps/transport";

type Leaving = { idempotencyKey: string; timeoutMs: number };

export type Authorized = { ok: true; request: PlannedRequest } | { ok: false; sent: Sent };

/** Does to a request what can only be done as it leaves: a signature with the time, or a token that has to be asked for. */
export async function authorizeRequest(
  request: PlannedRequest,
  authorization: Authorization | undefined,
  _leaving: Leaving,
): Promise<Authorized> {
  if (!authorization) return { ok: true, request };
  throw new Error(`No way to authorize: ${authorization.kind}`);
}
