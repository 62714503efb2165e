import type { Explanation } from "@/lib/domain/explanation";
import { messageIn } from "@/lib/domain/runs/message-in";
import type { Attempt, Step } from "@/lib/domain/runs/run";

/** Says how the last attempt of a step went wrong, how often it went so, and what to do. */
export function explainAttempt({ attempts }: Pick<Step, "attempts">, label: string): Explanation {
  const last = attempts.at(-1);
  if (!last) return { headline: `“${label}” was not tried.`, hint: "" };
  const host = hostOf(last.request.url);
  if (last.status === "blocked") return explainBlocked(last, host);
  if (last.status === "unknown" && !wasWatched(last)) return unknownEnd(host);
  if (last.response) return explainAnswer(attempts, last.response.status, host);
  return explainSilence(attempts, last, host);
}

/** The receiver's own words about what was wrong, when its answer has any. */
export function receiverSays({ response }: Attempt): string | undefined {
  return response && (response.status < 200 || response.status >= 300) ? messageIn(response.body) : undefined;
}

function explainBlocked({ error }: Attempt, host: string): Explanation {
  return {
    headline: `Blocked: ${error?.replace(/^Blocked: /, "").replace(/ An admin can allow it.*$/, "") ?? `${host} may not be reached.`}`,
    hint: `Doorbell sends nothing into private networks by itself. If ${host} is yours, an admin can allow it by starting Doorbell with ALLOWED_TARGETS=${bare(host)} in its environment.`,
  };
}

/** Whether Doorbell was there to see how it ended. After a crash, it was not. */
function wasWatched({ error }: Attempt): boolean {
  return error !== undefined && !error.startsWith("Doorbell stopped");
}

function unknownEnd(host: string): Explanation {
  return {
    headline: `Doorbell stopped before it saw the answer of ${host}.`,
    hint: "The request may have arrived. It is sent again with the same Idempotency-Key, so that a receiver that knows the key does the work once.",
  };
}

function explainAnswer(attempts: readonly Attempt[], status: number, host: string): Explanation {
  const count = attempts.filter((attempt) => attempt.response?.status === status).length;
  return { headline: `${host} answered ${status}${times(count)}.`, hint: hintFor(status) };
}

function hintFor(status: number): string {
  if (status >= 500) return "The receiver has a fault of its own. What was sent is shown below, should its owners ask.";
  if (status === 401 || status === 403)
    return "The receiver did not accept who is asking. Check the key or password in this step's headers.";
  if (status === 404 || status === 410)
    return "There is nothing at this address. Look for a typing mistake in the step's address.";
  if (status === 405) return "This address does not take this method. Check the step's method.";
  if (status === 408 || status === 425)
    return "The receiver was not ready. It may help to try more often or later: see the step's retry settings.";
  if (status === 409) return "The receiver says that this contradicts what it has: it may have done the work before.";
  if (status === 413) return "The receiver finds the body too large. Send less in this step.";
  if (status === 415) return "The receiver does not take this kind of body. Check the step's Content-Type header.";
  if (status === 429)
    return "The receiver asks for fewer requests. A longer pause in the step's retry settings gives it time.";
  if (status >= 400) return "The receiver did not accept what was sent. Compare the body below with what it expects.";
  if (status >= 300) return "The receiver points to another address. Put that one into the step.";
  return "That is no answer that a request can end with.";
}

function explainSilence(attempts: readonly Attempt[], { error, status }: Attempt, host: string): Explanation {
  if (status === "started") return { headline: `Waiting for ${host} to answer.`, hint: "" };
  const sentence = error ?? `The request to ${host} could not be completed.`;
  const count = attempts.filter((attempt) => attempt.error === error).length;
  const hint =
    SILENCES.find(([pattern]) => pattern.test(sentence))?.[1] ??
    "Check the step's address, and whether the receiver is up.";
  const open = status === "unknown" && !hint.endsWith(ALL_THE_SAME) ? ` It may have arrived${ALL_THE_SAME}` : "";
  const headline = count > 1 ? `${sentence.replace(/\.$/, "")}${times(count)}.` : sentence;
  // A sentence that gives advice already needs no “three times” in its middle.
  return { headline: /\. [A-Z]/.test(sentence) ? sentence : headline, hint: `${hint}${open}` };
}

const ALL_THE_SAME = " all the same.";

/** By the sentences of the request sender. */
const SILENCES: readonly [RegExp, string][] = [
  [
    /could not be found/,
    "The name does not exist in the DNS that this server asks. Look for a typing mistake in the step's address.",
  ],
  [
    /refused the connection/,
    "The machine is there, but nothing listens at this port. Is the service up, and is the port right?",
  ],
  [
    /did not answer within/,
    "It took the request but was too slow. A longer time limit in the step's retry settings may help. It may have done the work all the same.",
  ],
  [/could not be reached/, "The machine does not answer. Is it up, and does a firewall let this server through?"],
  [
    /closed the connection/,
    "It broke off in the middle: it may have crashed, or something between closed the line. It may have done the work all the same.",
  ],
  [/secure connection/, "The receiver's certificate has to be put right by whoever runs it."],
  [/did not answer in HTTP/, "Something else than a web server listens at this port."],
  [
    /times in a row/,
    "While a receiver keeps failing, it is asked now and then only. What went wrong stands at the attempts before, or in other runs.",
  ],
  [/redirect/i, "Put the final address into the step."],
  [
    /did not accept the user/,
    "Put the right user and password into this step's connection. The other side's own words say more.",
  ],
  [/does not offer (STARTTLS|TLS)/, "Choose another encryption in this step's connection, or another port."],
  [/did not accept/, "The other side's own words say why."],
];

function times(count: number): string {
  if (count <= 1) return "";
  return count === 2 ? " twice" : ` ${COUNTS[count] ?? count} times`;
}

const COUNTS = ["", "", "", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "The receiver";
}

/** A host without its port, as ALLOWED_TARGETS takes it. */
function bare(host: string): string {
  return host.replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
}
