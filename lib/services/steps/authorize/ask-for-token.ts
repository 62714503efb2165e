import { z } from "zod";
import { parseJson } from "@/lib/domain/json/parse-json";
import type { PlannedRequest } from "@/lib/domain/runs/effect";
import type { AttemptEnd } from "@/lib/domain/runs/judge-attempt";
import { messageIn } from "@/lib/domain/runs/message-in";
import type { Outcome } from "@/lib/platform/send-request/outcome";
import { sendRequest } from "@/lib/platform/send-request/send-request";

/** A token and for how long it is good; or how asking ended, and a sentence about it. */
export type TokenAnswer =
  | { ok: true; token: string; lifetimeMs: number }
  | { ok: false; status: "failed" | "blocked"; end: AttemptEnd; message: string };

const Granted = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
});

/** Where an answer does not say how long its token is good. */
const LIFETIME_MS = 600_000;

/** Asks for an access token, as OAuth 2 has it (RFC 6749, 5.1). It never throws. */
export async function askForToken(request: PlannedRequest, timeoutMs: number): Promise<TokenAnswer> {
  const outcome = await sendRequest({ ...request, timeoutMs });
  if (outcome.kind !== "answered") return unanswered(outcome);
  const host = new URL(request.url).host;
  const text = new TextDecoder().decode(outcome.body);
  if (outcome.status < 200 || outcome.status >= 300) {
    const said = messageIn(text);
    const message = `No access token was given: ${host} answered ${outcome.status}${said ? ` (${said})` : ""}.`;
    return { ok: false, status: "failed", end: outcome, message };
  }
  const parsed = parseJson(text);
  const { data } = Granted.safeParse(parsed.ok ? parsed.value : undefined);
  if (!data) return refused(`No access token was given: there is none in what ${host} answered.`);
  const lifetimeMs = data.expires_in === undefined ? LIFETIME_MS : data.expires_in * 1_000;
  return { ok: true, token: data.access_token, lifetimeMs };
}

/** Says that asking again would be no use. */
export function refused(message: string): TokenAnswer {
  return { ok: false, status: "failed", end: { kind: "refused", isWorthRetrying: false }, message };
}

/** What the token was meant for has not been sent, whatever became of the question. */
function unanswered(outcome: Exclude<Outcome, { kind: "answered" }>): TokenAnswer {
  if (outcome.kind === "blocked") {
    return { ok: false, status: "blocked", end: outcome, message: `Blocked: ${outcome.message}` };
  }
  const message = `No access token was given: ${outcome.message}`;
  return { ok: false, status: "failed", end: { kind: "failed", sent: false }, message };
}
