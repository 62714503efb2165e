import type { Authorization } from "@/lib/domain/runs/effect";
import { sha256 } from "@/lib/platform/digest";
import { askForToken, refused, type TokenAnswer } from "@/lib/services/steps/authorize/ask-for-token";
import { googleTokenRequest } from "@/lib/services/steps/authorize/google-token-request";

export type TokenAuthorization = Extract<Authorization, { kind: "token" | "google" }>;

type Kept = { answer: Promise<TokenAnswer>; untilMs: number };

/** By a hash of what they are asked for with, so that no credentials stand in memory as keys. */
const kept = new Map<string, Kept>();
const KEPT_MAX = 1_000;

/** How long before its end a token is not shown any more: it has to get there, too. */
const MARGIN_MS = 60_000;

type Asking = { timeoutMs: number; nowMs: number };

/**
 * An access token: one that is at hand until shortly before its end, or a new one. Whoever asks while the same is asked
 * for waits for that answer. A failure is not remembered.
 */
export function accessToken(authorization: TokenAuthorization, { timeoutMs, nowMs }: Asking): Promise<TokenAnswer> {
  const key = keyOf(authorization);
  const known = kept.get(key);
  if (known && nowMs < known.untilMs) return known.answer;

  const asked: Kept = { answer: ask(authorization, { timeoutMs, nowMs }), untilMs: Number.POSITIVE_INFINITY };
  kept.delete(key);
  kept.set(key, asked);
  const [oldest] = kept.keys();
  if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
  return asked.answer.then((answer) => {
    if (answer.ok) asked.untilMs = nowMs + Math.max(answer.lifetimeMs - MARGIN_MS, answer.lifetimeMs / 2);
    else if (kept.get(key) === asked) kept.delete(key);
    return answer;
  });
}

/** Forgets a token that was refused, so that the next who needs one asks again. One that has replaced it stays. */
export async function forgetToken(authorization: TokenAuthorization, token: string): Promise<void> {
  const key = keyOf(authorization);
  const known = kept.get(key);
  const answer = await known?.answer;
  if (answer?.ok && answer.token === token && kept.get(key) === known) kept.delete(key);
}

function keyOf(authorization: TokenAuthorization): string {
  return sha256(JSON.stringify(authorization)).toString("base64");
}

async function ask(authorization: TokenAuthorization, { timeoutMs, nowMs }: Asking): Promise<TokenAnswer> {
  if (authorization.kind === "token") return askForToken(authorization.request, timeoutMs);
  const request = googleTokenRequest(authorization, nowMs);
  return request
    ? askForToken(request, timeoutMs)
    : refused("The private key in the connection's key file cannot be read. Paste the whole file again.");
}
