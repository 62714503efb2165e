import type { Authorization, PlannedRequest } from "@/lib/domain/runs/effect";
import { accessToken, forgetToken, type TokenAuthorization } from "@/lib/services/steps/authorize/access-token";
import { signAwsV4 } from "@/lib/services/steps/authorize/aws-v4";
import { signStandardWebhook } from "@/lib/services/steps/authorize/standard-webhooks";
import type { Sent } from "@/lib/services/steps/transport";

type Leaving = { idempotencyKey: string; timeoutMs: number; hide: (text: string) => string };

export type Authorized =
  | {
      ok: true;
      request: PlannedRequest;
      /** A token that was asked for: as secret as what it was asked for with. */
      token?: string;
      /** Forgets that token, for a receiver that does not take it. */
      forget?: () => Promise<void>;
    }
  | { ok: false; sent: Sent };

/** Does to a request what can only be done as it leaves: a signature with the time, or a token that has to be asked for. */
export async function authorizeRequest(
  request: PlannedRequest,
  authorization: Authorization | undefined,
  leaving: Leaving,
): Promise<Authorized> {
  switch (authorization?.kind) {
    case undefined:
      return { ok: true, request };
    case "aws-v4":
      return { ok: true, request: signAwsV4(request, authorization, Date.now()) };
    case "token":
    case "google":
      return withToken(request, authorization, leaving);
    case "standard-webhooks": {
      // Its id is the key that all tries share, so that a receiver can tell a repeat; the time is that of this try.
      const webhook = { secrets: authorization.secrets, id: leaving.idempotencyKey, nowMs: Date.now() };
      const signed = signStandardWebhook(request, webhook);
      return signed ? { ok: true, request: signed } : refused("A signing secret cannot be used. Paste it again.");
    }
  }
}

async function withToken(
  request: PlannedRequest,
  authorization: TokenAuthorization,
  { timeoutMs, hide }: Leaving,
): Promise<Authorized> {
  const answer = await accessToken(authorization, { timeoutMs, nowMs: Date.now() });
  if (!answer.ok) {
    const message = hide(answer.message);
    const { status, end } = answer;
    return { ok: false, sent: { status, end, output: { error: message }, response: null, message } };
  }
  const { token } = answer;
  const header = authorization.kind === "token" ? authorization.header : undefined;
  const shown = header ? { name: header, value: token } : { name: "authorization", value: `Bearer ${token}` };
  return {
    ok: true,
    request: { ...request, headers: [...request.headers, shown] },
    token,
    forget: () => forgetToken(authorization, token),
  };
}

function refused(message: string): Authorized {
  const end = { kind: "refused", isWorthRetrying: false } as const;
  return { ok: false, sent: { status: "failed", end, output: { error: message }, response: null, message } };
}
