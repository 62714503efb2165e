import { log } from "@/lib/platform/log";
import { sendRequest } from "@/lib/platform/send-request/send-request";

const KEEP_MS = 3_600_000;
/** A key that could not be read is asked for again after this, so that a stranger cannot make us ask without end. */
const KEEP_FAILURE_MS = 30_000;
const KNOWN_MAX = 500;
const TIMEOUT_MS = 2_500;
const BYTES_MAX = 65_536;

type Known = { text: Promise<string | undefined>; untilMs: number };
const known = new Map<string, Known>();

/**
 * What stands at the addresses where senders publish their keys, through the guarded way out; those that cannot be read are
 * missing. Remembered for an hour. Who names the addresses has checked whose they are.
 */
export async function publishedKeys(urls: readonly string[], nowMs: number): Promise<ReadonlyMap<string, string>> {
  const texts = await Promise.all(urls.map(async (url) => [url, await keyAt(url, nowMs)] as const));
  return new Map(texts.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
}

function keyAt(url: string, nowMs: number): Promise<string | undefined> {
  const remembered = known.get(url);
  if (remembered && remembered.untilMs > nowMs) return remembered.text;
  const text = fetchKey(url);
  const [oldest] = known.keys();
  if (known.size >= KNOWN_MAX && oldest !== undefined) known.delete(oldest);
  const entry = { text, untilMs: nowMs + KEEP_MS };
  known.set(url, entry);
  void text.then((found) => {
    if (found === undefined) entry.untilMs = nowMs + KEEP_FAILURE_MS;
  });
  return text;
}

async function fetchKey(url: string): Promise<string | undefined> {
  const request = { method: "GET", url, headers: [], timeoutMs: TIMEOUT_MS };
  const outcome = await sendRequest(request, { responseBytesMax: BYTES_MAX });
  if (outcome.kind === "answered" && outcome.status === 200 && !outcome.isBodyCut) {
    return new TextDecoder().decode(outcome.body);
  }
  log.warn("A sender's published key could not be read.", { host: new URL(url).host, outcome: outcome.kind });
  return undefined;
}
