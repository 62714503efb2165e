import type { Planned } from "@/lib/catalog/nodes/define-node";
import { HOOKS_PATH } from "@/lib/domain/deliveries/parse-hook-path";
import { hideCredentials } from "@/lib/domain/deliveries/read-headers";
import { storableText } from "@/lib/domain/deliveries/storable-text";
import { parseJson } from "@/lib/domain/json/parse-json";
import type { PlannedRequest } from "@/lib/domain/runs/effect";
import { judgeAttempt } from "@/lib/domain/runs/judge-attempt";
import { DEFAULT_RETRY_POLICY } from "@/lib/domain/runs/retry-policy";
import type { AttemptStatus, LoggedRequest, LoggedResponse } from "@/lib/domain/runs/run";
import type { Node } from "@/lib/domain/workflow/graph";
import { sha256 } from "@/lib/platform/digest";
import { env } from "@/lib/platform/env";
import { publicUrl } from "@/lib/platform/public-url";
import type { Outcome as Sent } from "@/lib/platform/send-request/outcome";
import { type AllowedTargets, parseAllowedTargets, sendRequest } from "@/lib/platform/send-request/send-request";
import type { RunInProgress } from "@/lib/services/take-up-run";
import { beginAttempt, endAttempt } from "@/lib/stores/run-progress";
import type { StepRecord } from "@/lib/stores/step-rows";

const RESPONSE_BYTES_MAX = 262_144;
const LOGGED_TEXT_MAX = 16_384;

/** How one try at a step ended: with the step, or with a pause before the next try. */
export type Performed = { kind: "ended"; step: StepRecord } | { kind: "again"; pauseMs: number; message: string };

/** A node whose plan is to send a request. */
export type Performing = {
  node: Node;
  planned: Planned & { ok: true };
  request: PlannedRequest;
  hasErrorEdge: boolean;
};

/**
 * Sends a step's request once and writes it down: that it begins before the socket opens, and how it ended after.
 * A step that has already ended is not sent again.
 */
export async function performRequest(
  run: RunInProgress,
  { node, planned, request, hasErrorEdge }: Performing,
): Promise<Performed> {
  const policy = node.retry ?? DEFAULT_RETRY_POLICY;
  const idempotencyKey = idempotencyKeyOf(run.id, node.id);
  const sent = { ...request, headers: withKey(request.headers, idempotencyKey) };
  const startedAtMs = Date.now();
  const step: StepRecord = {
    nodeId: node.id,
    status: "running",
    port: null,
    input: planned.input,
    output: null,
    error: null,
    startedAtMs,
    endedAtMs: null,
  };

  const earlierSteps = run.unwritten.splice(0);
  const attempt = await beginAttempt({
    run,
    step,
    earlierSteps,
    idempotencyKey,
    request: loggedRequest(sent),
    nowMs: startedAtMs,
  });
  if (attempt.kind === "already-ended") return { kind: "ended", step: { ...step, ...attempt } };

  const outcome = await sendRequest(
    { ...sent, timeoutMs: policy.timeoutMs },
    { responseBytesMax: RESPONSE_BYTES_MAX, ...ownDoorTargets(sent.url) },
  );
  const verdict = judgeAttempt(outcome, attempt.n, { policy, chance: Math.random() });
  const message = complaintAbout(outcome);
  const left = leave(step, { outcome, verdict: verdict.do, message, hasErrorEdge });
  await endAttempt({
    run,
    id: attempt.id,
    status: statusOf(outcome),
    durationMs: outcome.durationMs,
    response: outcome.kind === "answered" ? loggedResponse(outcome) : null,
    error: message,
    step: left,
  });
  if (verdict.do !== "retry") return { kind: "ended", step: left };
  return { kind: "again", pauseMs: verdict.pauseMs, message: message ?? "The receiver asked for another try." };
}

/**
 * One workflow may ring another, also where this Doorbell's own address is a private one: its door is open to
 * everybody anyway, and never redirects. Nothing else at that address is allowed by it.
 */
function ownDoorTargets(url: string): { allowedTargets?: AllowedTargets } {
  const own = new URL(publicUrl());
  const target = new URL(url);
  if (target.origin !== own.origin || !target.pathname.startsWith(HOOKS_PATH)) return {};
  return { allowedTargets: parseAllowedTargets([...env().ALLOWED_TARGETS, own.hostname]) };
}

/** One key for all attempts of a step, so that a receiver that knows it does the work once. */
function idempotencyKeyOf(runId: string, nodeId: string): string {
  return `drb_${sha256(`${runId}:${nodeId}:0`).toString("hex").slice(0, 32)}`;
}

function withKey(headers: PlannedRequest["headers"], key: string): PlannedRequest["headers"] {
  const others = headers.filter(({ name }) => name.toLowerCase() !== "idempotency-key");
  return [...others, { name: "Idempotency-Key", value: key }];
}

type Leaving = {
  outcome: Sent;
  verdict: "accept" | "give-up" | "retry";
  message: string | null;
  hasErrorEdge: boolean;
};

function leave(step: StepRecord, { outcome, verdict, message, hasErrorEdge }: Leaving): StepRecord {
  if (verdict === "retry") return { ...step, status: "waiting", error: message };
  const output = outcome.kind === "answered" ? outputOf(outcome) : { error: message };
  const ended = { ...step, output, endedAtMs: Date.now() };
  if (verdict === "accept") return { ...ended, status: "done", port: "out" };
  return { ...ended, status: "failed", port: hasErrorEdge ? "error" : null, error: message };
}

type Answered = Extract<Sent, { kind: "answered" }>;

/** What later steps see of an answer. */
function outputOf({ status, headers, body }: Answered): unknown {
  const text = new TextDecoder().decode(body);
  const isJson = headers.some(({ name, value }) => name.toLowerCase() === "content-type" && /json/i.test(value));
  const parsed = isJson ? parseJson(text) : undefined;
  return {
    status,
    headers: Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value])),
    body: parsed?.ok ? parsed.value : storableText(text, text.length),
  };
}

function statusOf(outcome: Sent): AttemptStatus {
  if (outcome.kind === "blocked") return "blocked";
  return outcome.kind === "answered" && outcome.status >= 200 && outcome.status < 300 ? "succeeded" : "failed";
}

function complaintAbout(outcome: Sent): string | null {
  if (outcome.kind === "blocked") return `Blocked: ${outcome.message}`;
  if (outcome.kind === "failed") return outcome.message;
  return outcome.status >= 200 && outcome.status < 300 ? null : `It answered ${outcome.status}.`;
}

function loggedRequest({ method, url, headers, body }: PlannedRequest): LoggedRequest {
  return { method, url, headers: hideCredentials(headers), body: storableText(body, LOGGED_TEXT_MAX) };
}

function loggedResponse({ status, headers, body, isBodyCut }: Answered): LoggedResponse {
  const text = new TextDecoder().decode(body);
  return {
    status,
    headers: hideCredentials(headers),
    body: storableText(text, LOGGED_TEXT_MAX),
    isBodyCut: isBodyCut || text.length > LOGGED_TEXT_MAX,
  };
}
