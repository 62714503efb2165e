import { agentFor } from "@/lib/platform/send-request/agents";
import { startDeadline } from "@/lib/platform/send-request/deadline";
import { exchange } from "@/lib/platform/send-request/exchange";
import type { AllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import type { Lookup } from "@/lib/platform/send-request/guard/permitted-addresses";
import { targetsOfSettings } from "@/lib/platform/send-request/guard/targets-of-settings";
import type { End, FailureReason, OutboundRequest, Outcome, Unanswered } from "@/lib/platform/send-request/outcome";
import { type Hop, redirectOf } from "@/lib/platform/send-request/redirect";
import { findHeaderProblem } from "@/lib/platform/send-request/request-headers";
import { parseTargetUrl } from "@/lib/platform/send-request/target-url";

export { type AllowedTargets, parseAllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
export type { OutboundRequest, Outcome } from "@/lib/platform/send-request/outcome";

type Options = {
  /** Default: the setting ALLOWED_TARGETS. */
  allowedTargets?: AllowedTargets;
  /** How much of the answer's body is kept; the connection is closed there. Default: 64 KiB. */
  responseBytesMax?: number;
  signal?: AbortSignal;
  /** For tests: how names become addresses. */
  lookup?: Lookup;
};

const REDIRECTS_MAX = 5;
const RESPONSE_BYTES_MAX = 64 * 1_024;
const METHOD = /^[A-Z][A-Z0-9-]{0,31}$/;

/**
 * Sends an HTTP request to a public or allowed address, follows redirects and reads the answer. The only way out of
 * Doorbell for HTTP. Whatever the target does is an outcome; it throws only if ALLOWED_TARGETS cannot be read.
 */
export async function sendRequest(request: OutboundRequest, options: Options = {}): Promise<Outcome> {
  const startedAtMs = performance.now();
  const hop = firstHop(request);
  const end = "kind" in hop ? hop : await follow(hop, request.timeoutMs, options);
  return { ...end, durationMs: Math.round(performance.now() - startedAtMs) };
}

function firstHop(request: OutboundRequest): Hop | End {
  const method = request.method.toUpperCase();
  const target = parseTargetUrl(request.url);
  if (!target.isGood) return failed("bad_url", target.message, false);
  if (!METHOD.test(method) || method === "CONNECT" || method === "TRACE") {
    return failed("other", "This HTTP method cannot be used.", false);
  }
  const problem = findHeaderProblem(request.headers);
  if (problem !== undefined) return failed("other", problem, false);
  return { url: target.url, method, headers: request.headers, body: request.body };
}

async function follow(first: Hop, timeoutMs: number, options: Options): Promise<End> {
  const dispatcher = agentFor(options.allowedTargets ?? targetsOfSettings(), options.lookup);
  const deadline = startDeadline(timeoutMs, options.signal);
  const terms = {
    dispatcher,
    responseBytesMax: options.responseBytesMax ?? RESPONSE_BYTES_MAX,
    timeoutMs,
    deadline: deadline.signal,
  };
  try {
    let hop = first;
    for (let redirects = 0; ; redirects += 1) {
      const end = await exchange(hop, terms);
      if (end.kind !== "answered") return redirects === 0 ? end : afterRedirect(end, first.url.host);
      const redirect = redirectOf(hop, end);
      if (redirect.kind === "none") return end;
      if (redirect.kind === "refused") return failed("bad_url", redirect.message, true);
      if (redirects === REDIRECTS_MAX) {
        return failed("too_many_redirects", `${first.url.host} redirected more than ${REDIRECTS_MAX} times.`, true);
      }
      hop = redirect.hop;
    }
  } finally {
    deadline.clear();
  }
}

/** The first address did see the request, whatever became of the next. */
function afterRedirect(end: Unanswered, firstHost: string): End {
  const message = `${firstHost} redirected the request. ${end.message}`;
  return end.kind === "failed" ? { ...end, sent: true, message } : { ...end, message };
}

function failed(reason: FailureReason, message: string, sent: boolean): End {
  return { kind: "failed", reason, sent, message };
}
