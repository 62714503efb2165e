import { hideStandIns } from "@/lib/catalog/connections/stand-in";
import { HOOKS_PATH } from "@/lib/domain/deliveries/parse-hook-path";
import { HIDDEN, hideCredentials } from "@/lib/domain/deliveries/read-headers";
import { storableText } from "@/lib/domain/deliveries/storable-text";
import { parseJson } from "@/lib/domain/json/parse-json";
import type { Answer, PlannedRequest, Reading, RequestEffect } from "@/lib/domain/runs/effect";
import type { LoggedRequest, LoggedResponse } from "@/lib/domain/runs/run";
import { env } from "@/lib/platform/env";
import { publicUrl } from "@/lib/platform/public-url";
import type { Outcome } from "@/lib/platform/send-request/outcome";
import { type AllowedTargets, parseAllowedTargets, sendRequest } from "@/lib/platform/send-request/send-request";
import { authorizeRequest } from "@/lib/services/steps/authorize-request";
import { DEPTH_HEADER, DEPTH_MAX, signedDepth } from "@/lib/services/steps/depth";
import { failingTransport } from "@/lib/services/steps/failing-transport";
import { LOGGED_TEXT_MAX, type Sent, type Transport } from "@/lib/services/steps/transport";

const RESPONSE_BYTES_MAX = 262_144;

/** What a text loses before anybody sees it. */
type Hide = (text: string) => string;

type Sending = {
  /** The same request, planned without secrets. */
  logged: PlannedRequest;
  /** Takes away secrets that an answer repeats. */
  hide: Hide;
  /** How many requests of Doorbell led to the run. */
  depth: number;
};

/** Sends an HTTP request, unless too many led to it already. */
export function requestTransport(effect: RequestEffect, { logged, hide, depth }: Sending): Transport {
  if (depth >= DEPTH_MAX) return { ...failingTransport(TOO_DEEP), logged: loggedRequest(logged) };
  return {
    logged: loggedRequest(logged),
    destination: URL.canParse(effect.request.url) ? new URL(effect.request.url).host : null,
    send: async ({ idempotencyKey, timeoutMs }) => {
      const leaving = { idempotencyKey, depth: depth + 1, endsAtMs: Date.now() + timeoutMs, hide };
      const first = await sendOnce(effect, leaving);
      // A token can be taken back before its time: one that is asked for now tells that from a right that is missing.
      return first.isTokenRefused ? (await sendOnce(effect, leaving)).sent : first.sent;
    },
  };
}

type Leaving = { idempotencyKey: string; depth: number; endsAtMs: number; hide: Hide };

async function sendOnce(
  { request: planned, authorization, read = readAnything, pauseIn = () => undefined }: RequestEffect,
  { idempotencyKey, depth, endsAtMs, hide }: Leaving,
): Promise<{ sent: Sent; isTokenRefused: boolean }> {
  const own = { "Idempotency-Key": idempotencyKey, [DEPTH_HEADER]: signedDepth(depth) };
  const keyed = { ...planned, headers: withOwn(planned.headers, own) };
  const leaving = { idempotencyKey, timeoutMs: leftUntil(endsAtMs), hide };
  const authorized = await authorizeRequest(keyed, authorization, leaving);
  if (!authorized.ok) return { sent: authorized.sent, isTokenRefused: false };
  const { request, token, forget } = authorized;
  const outcome = await sendRequest(
    { ...request, timeoutMs: leftUntil(endsAtMs) },
    { responseBytesMax: RESPONSE_BYTES_MAX, ...ownDoorTargets(request.url) },
  );
  const isTokenRefused = forget !== undefined && outcome.kind === "answered" && outcome.status === 401;
  if (isTokenRefused) await forget();
  const hideToken: Hide = token ? (text) => hide(text).replaceAll(token, HIDDEN) : hide;
  return { sent: toSent(outcome, { read, pauseIn, hide: hideToken }), isTokenRefused };
}

/** In tenths of a second, since it is told to people. */
function leftUntil(endsAtMs: number): number {
  return Math.max(1, Math.ceil((endsAtMs - Date.now()) / 100)) * 100;
}

const TOO_DEEP = `Not sent: ${DEPTH_MAX} requests of Doorbell led to this one, each to the next. That looks like workflows that ring each other without an end.`;

/** An answer with a good status is a success, and given as it is. */
const readAnything = (answer: Answer): Reading => ({ ok: true, output: answer });

type Reader = Required<Pick<RequestEffect, "read" | "pauseIn">> & { hide: Hide };

/** How an exchange ended, as a step's attempt. */
function toSent(outcome: Outcome, { read, pauseIn, hide }: Reader): Sent {
  if (outcome.kind !== "answered") {
    const isBlocked = outcome.kind === "blocked";
    const message = isBlocked ? `Blocked: ${outcome.message}` : outcome.message;
    const status = isBlocked ? "blocked" : outcome.sent ? "unknown" : "failed";
    return { status, end: outcome, output: { error: message }, response: null, message };
  }
  const text = hide(new TextDecoder().decode(outcome.body));
  const headers = outcome.headers.map(({ name, value }) => ({ name, value: hide(value) }));
  const answer = answerOf({ ...outcome, headers }, text);
  const { status } = outcome;
  const response = loggedResponse({ ...outcome, headers }, text);
  if (status < 200 || status >= 300) {
    const pauseSeconds = pauseIn(answer);
    const end = pauseSeconds === undefined ? outcome : { ...outcome, retryAfterMs: pauseSeconds * 1_000 };
    return { status: "failed", end, output: answer, response, message: `It answered ${status}.` };
  }
  const reading = read(answer);
  if (reading.ok) return { status: "succeeded", end: outcome, output: reading.output, response, message: null };
  const { message, isWorthRetrying = false } = reading;
  return { status: "failed", end: { kind: "refused", isWorthRetrying }, output: answer, response, message };
}

/**
 * One workflow may ring another, also where this Doorbell's own address is a private one: its door is open to
 * everybody anyway, and never redirects. Nothing else at that address is allowed by it.
 */
function ownDoorTargets(url: string): { allowedTargets?: AllowedTargets } {
  const own = new URL(publicUrl());
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (target?.origin !== own.origin || !target.pathname.startsWith(HOOKS_PATH)) return {};
  return { allowedTargets: parseAllowedTargets([...env().ALLOWED_TARGETS, own.hostname]) };
}

/** Headers of ours take the place of a person's. */
function withOwn(headers: PlannedRequest["headers"], own: Record<string, string>): PlannedRequest["headers"] {
  const names = new Set(Object.keys(own).map((name) => name.toLowerCase()));
  const others = headers.filter(({ name }) => !names.has(name.toLowerCase()));
  return [...others, ...Object.entries(own).map(([name, value]) => ({ name, value }))];
}

type Answered = Extract<Outcome, { kind: "answered" }>;

/** What later steps see of an answer. */
function answerOf({ status, headers }: Answered, text: string): Answer {
  const named = Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value]));
  const parsed = /json/i.test(named["content-type"] ?? "") ? parseJson(text) : undefined;
  return { status, headers: named, body: parsed?.ok ? parsed.value : storableText(text, text.length) };
}

function loggedRequest({ method, url, headers, body }: PlannedRequest): LoggedRequest {
  return {
    method,
    url: hideStandIns(url),
    headers: hideCredentials(headers).map(({ name, value }) => ({ name, value: hideStandIns(value) })),
    body: storableText(hideStandIns(body), LOGGED_TEXT_MAX),
  };
}

function loggedResponse({ status, headers, isBodyCut }: Answered, text: string): LoggedResponse {
  return {
    status,
    headers: hideCredentials(headers),
    body: storableText(text, LOGGED_TEXT_MAX),
    isBodyCut: isBodyCut || text.length > LOGGED_TEXT_MAX,
  };
}
