import { renderAnswer } from "@/lib/domain/deliveries/answer-template";
import type { Header } from "@/lib/domain/deliveries/delivery";
import type { GateOptions, Refusal } from "@/lib/domain/deliveries/gates";
import { triggerOf } from "@/lib/domain/deliveries/trigger-of";
import { ERROR_STATUSES } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import type { PlannedReply } from "@/lib/domain/runs/effect";
import { log } from "@/lib/platform/log";
import type { Judgement } from "@/lib/services/judgement";
import type { OpenedEndpoint } from "@/lib/services/open-rung-endpoint";
import type { Committed, NewDelivery } from "@/lib/stores/delivery-commits";

/** What the sender is told: an object as JSON, or a text as it is. `delivery` is for us, not for the sender. */
export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: object | string;
  delivery?: Id<"delivery">;
};

type Decided = {
  ring: { headers: Header[]; address: string };
  record: NewDelivery;
  judgement: Judgement;
  /** What a workflow has answered in time. */
  reply?: PlannedReply | undefined;
};

/** What a sender is answered once its delivery is on disk: as its handshake, its own rules or the endpoint say, or as we do. */
export function writeAnswer(endpoint: OpenedEndpoint, decided: Decided, committed: Committed): Answer {
  const answer = answerOf(endpoint, decided, committed);
  answer.delivery = decided.record.id;
  return answer;
}

/** The status of what is answered to an accepted delivery in place of ours, as the endpoint or its source has it. */
export function ownStatus({ source, options }: OpenedEndpoint, body: Uint8Array): number | undefined {
  return options.answer?.status ?? source?.replies.accepted?.(body)?.status;
}

function answerOf({ source, gates, options }: OpenedEndpoint, decided: Decided, committed: Committed): Answer {
  const { record, judgement } = decided;
  const { refusal, handshake } = judgement;
  if (handshake) {
    const { status, headers = {}, body = "" } = handshake;
    return { status, headers: { "content-type": "text/plain; charset=utf-8", ...headers }, body };
  }
  if (refusal) {
    const reply = refusal.code === "not_verified" ? source?.replies.notVerified : undefined;
    if (reply) return { status: reply.status, headers: { "content-type": reply.contentType }, body: reply.body };
    return refusalAnswer(record.id, refusal, gates);
  }
  if (decided.reply) {
    const { status, contentType, body } = decided.reply;
    return { status, headers: { "content-type": contentType }, body };
  }
  const isDuplicate = committed === "duplicate";
  const verdict = isDuplicate ? "duplicate" : record.verdict;
  const plain = { delivery: record.id, verdict };
  if (options.answer) return ownAnswer(options.answer, decided, plain);
  const reply = source?.replies.accepted?.(judgement.body ?? record.body);
  if (reply) return { status: reply.status, headers: { "content-type": reply.contentType }, body: reply.body };
  return { status: isDuplicate ? 200 : record.status, headers: {}, body: plain };
}

type Own = NonNullable<OpenedEndpoint["options"]["answer"]>;

function ownAnswer(
  template: Own,
  { record, judgement }: Decided,
  plain: { delivery: string; verdict: string },
): Answer {
  const receivedAt = new Date(record.receivedAtMs).toISOString();
  const trigger = triggerOf({ ...record, receivedAt }, judgement.body ?? record.body);
  const { status, headers, body, problem } = renderAnswer(template, { trigger, steps: {} }, plain);
  if (problem) log.warn("An endpoint's own answer could not be written.", { endpoint: record.endpointId, problem });
  return { status, headers, body };
}

function refusalAnswer(id: Id<"delivery">, refusal: Refusal, { methods }: GateOptions): Answer {
  const { code, message, retryAfterSeconds, problems } = refusal;
  const headers: Record<string, string> = {};
  if (code === "method_not_allowed") headers["allow"] = methods.join(", ");
  if (retryAfterSeconds !== undefined) headers["retry-after"] = String(retryAfterSeconds);
  // Nobody outside may learn that a disabled address exists, not even by an id.
  const isHidden = code === "unknown_endpoint";
  const body = { error: message, code, ...(problems ? { problems } : {}), ...(isHidden ? {} : { delivery: id }) };
  return { status: ERROR_STATUSES[code], headers, body };
}
