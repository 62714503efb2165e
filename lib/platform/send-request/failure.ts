import { failureCode } from "@/lib/platform/send-request/failure-code";
import { NoHost } from "@/lib/platform/send-request/guard/guarded-socket";
import { TargetRefused } from "@/lib/platform/send-request/guard/permitted-addresses";
import type { FailureReason, Unanswered } from "@/lib/platform/send-request/outcome";

type Circumstances = {
  host: string;
  sent: boolean;
  timeoutMs: number;
  /** What to look at when the other side does not speak TLS. */
  tlsAdvice?: string;
};

const REASONS: readonly [RegExp, FailureReason][] = [
  [/^(ENOTFOUND|ENODATA|ESERVFAIL|EAI_\w+)$/, "dns"],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|EADDRNOTAVAIL)$/, "refused"],
  [/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, "timeout"],
  [/^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/, "reset"],
  [/^(ERR_TLS_|ERR_SSL_|ERR_OSSL_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|EPROTO)/, "tls"],
];

/** Puts what went wrong with an exchange into a reason for the program and a sentence for a person. */
export function describeFailure(error: unknown, circumstances: Circumstances): Unanswered {
  if (error instanceof TargetRefused) return { kind: "blocked", message: error.message };
  if (error instanceof NoHost) return { kind: "failed", reason: "bad_url", sent: false, message: error.message };
  const reason = reasonOf(error);
  return { kind: "failed", reason, sent: circumstances.sent, message: sentence(reason, error, circumstances) };
}

function reasonOf(error: unknown): FailureReason {
  if (error instanceof Error && error.name === "TimeoutError") return "timeout";
  const code = failureCode(error);
  return REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? "other";
}

function sentence(reason: FailureReason, error: unknown, circumstances: Circumstances): string {
  const { host, sent, timeoutMs, tlsAdvice = "Does the address need http:// instead of https://?" } = circumstances;
  const limit = timeoutMs === 1_000 ? "1 second" : `${timeoutMs / 1_000} seconds`;
  switch (reason) {
    case "dns":
      return `The name ${host} could not be found. Check the spelling of the address.`;
    case "refused":
      return failureCode(error) === "ECONNREFUSED"
        ? `${host} refused the connection.`
        : `${host} could not be reached.`;
    case "timeout":
      if (failureCode(error) !== "") return `${host} could not be reached in time.`;
      return sent ? `${host} did not answer within ${limit}.` : `${host} could not be reached within ${limit}.`;
    case "reset":
      return `${host} closed the connection before its answer was complete.`;
    case "tls":
      return `A secure connection to ${host} failed: ${tlsSentence(failureCode(error), tlsAdvice)}`;
    default:
      return otherSentence(host, error);
  }
}

function tlsSentence(code: string, advice: string): string {
  if (code === "CERT_HAS_EXPIRED") return "its certificate has expired.";
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") return "its certificate is for another name.";
  if (/SELF_SIGNED|UNABLE_TO_|CERT_/.test(code)) return "its certificate is not from a trusted authority.";
  return `it did not speak TLS as expected. ${advice}`;
}

function otherSentence(host: string, error: unknown): string {
  const code = failureCode(error);
  if (error instanceof Error && error.name === "AbortError") return "The request was cancelled.";
  if (code === "UND_ERR_HEADERS_OVERFLOW") return `${host} answered with more headers than are accepted.`;
  if (error instanceof Error && error.name === "HTTPParserError") return `${host} did not answer in HTTP.`;
  return `The request to ${host} could not be completed.`;
}
