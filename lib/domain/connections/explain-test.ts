import { messageIn } from "@/lib/domain/runs/message-in";

type Tested = {
  /** Who was asked. */
  host: string;
  /** Null without an answer. */
  answer: { status: number; body: string } | null;
  /** What went wrong, in a sentence; null when nothing did. */
  message: string | null;
};

/** Says how it went when credentials were tried, with the service's own words where it had some. */
export function explainTest({ host, answer, message }: Tested): string {
  if (message === null) return `It works: ${host} accepted it.`;
  if (!answer || (answer.status >= 200 && answer.status < 300)) return message;
  const says = messageIn(answer.body);
  return `${sentenceFor(host, answer.status)}${says ? ` It says: ${says}` : ""}`;
}

function sentenceFor(host: string, status: number): string {
  if (status === 401) return `${host} did not accept these credentials (401).`;
  if (status === 403) return `${host} does not allow this with these credentials (403). They may need more rights.`;
  if (status === 404) return `${host} has nothing at this address (404). Check the settings for typing mistakes.`;
  if (status === 429) return `${host} asks for fewer requests (429). Try again later.`;
  if (status >= 500) return `${host} has a fault of its own (${status}). Try again later.`;
  return `${host} answered ${status}.`;
}
