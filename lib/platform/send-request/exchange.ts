import type { Dispatcher } from "undici";
import { decodeBody } from "@/lib/platform/send-request/decode-body";
import { describeFailure } from "@/lib/platform/send-request/failure";
import type { End, Header } from "@/lib/platform/send-request/outcome";
import type { Hop } from "@/lib/platform/send-request/redirect";
import { wireHeaders } from "@/lib/platform/send-request/request-headers";
import { parseRetryAfter } from "@/lib/platform/send-request/retry-after";

type Terms = {
  dispatcher: Dispatcher;
  responseBytesMax: number;
  timeoutMs: number;
  /** Aborts when the time is up, with a TimeoutError, or when nobody wants the answer any more. */
  deadline: AbortSignal;
};

type RawAnswer = { status: number; headers: Header[]; body: Buffer; isBodyCut: boolean };

/** Sends one request to one address and reads its answer, up to `responseBytesMax`. Never throws. */
export async function exchange(hop: Hop, terms: Terms): Promise<End> {
  const progress = { isSent: false };
  try {
    // The time may have run out between two redirects, and an abort that has been is not announced again.
    terms.deadline.throwIfAborted();
    const answer = await dispatch(hop, terms, progress);
    return await readable(answer, hop.url, terms.responseBytesMax);
  } catch (error) {
    return describeFailure(error, { host: hop.url.host, sent: progress.isSent, timeoutMs: terms.timeoutMs });
  }
}

/** Gives up at the deadline even while the request still waits for a connection; it is then never sent. */
function dispatch(hop: Hop, terms: Terms, progress: { isSent: boolean }): Promise<RawAnswer> {
  const { deadline } = terms;
  return new Promise((resolve, reject) => {
    let stop = (): void => {};
    const giveUp = (): void => {
      reject(deadline.reason);
      stop();
    };
    deadline.addEventListener("abort", giveUp, { once: true });

    terms.dispatcher.dispatch(wireRequest(hop), {
      onRequestStart(controller) {
        if (deadline.aborted) {
          controller.abort(deadline.reason);
          return;
        }
        progress.isSent = true;
        stop = () => controller.abort(new Error("The rest of the answer is not wanted."));
      },
      ...gatherAnswer(terms.responseBytesMax, resolve),
      onResponseError: (_controller, error) => reject(error),
    });
  });
}

function wireRequest({ url, method, headers, body }: Hop): Dispatcher.DispatchOptions {
  return {
    origin: url.origin,
    path: url.pathname + url.search,
    method,
    headers: wireHeaders(headers),
    body: body ?? null,
  };
}

/** Calls back once: when the answer is whole, or when there is enough of it; the connection is then closed. */
function gatherAnswer(bytesMax: number, onAnswer: (answer: RawAnswer) => void): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let size = 0;
  let status = 0;
  let headers: Header[] = [];
  const finish = (): void =>
    onAnswer({ status, headers, body: Buffer.concat(chunks).subarray(0, bytesMax), isBodyCut: size > bytesMax });

  return {
    // Also called for interim answers (1xx), which the final one overwrites.
    onResponseStart(_controller, answerStatus, answerHeaders) {
      status = answerStatus;
      headers = listHeaders(answerHeaders);
    },
    onResponseData(controller, chunk) {
      chunks.push(chunk);
      size += chunk.length;
      if (size <= bytesMax) return;
      finish();
      controller.abort(new Error("The rest of the answer is not wanted."));
    },
    onResponseEnd: finish,
  };
}

function listHeaders(headers: Record<string, string | string[] | undefined>): Header[] {
  return Object.entries(headers).flatMap(([name, values = []]) => [values].flat().map((value) => ({ name, value })));
}

async function readable(raw: RawAnswer, url: URL, bytesMax: number): Promise<End> {
  const { body, isCut } = await decodeBody(raw.body, headerOf(raw.headers, "content-encoding"), bytesMax);
  const retryAfterMs = parseRetryAfter(headerOf(raw.headers, "retry-after") ?? "");
  return {
    kind: "answered",
    status: raw.status,
    headers: raw.headers,
    body,
    isBodyCut: raw.isBodyCut || isCut,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    url: url.href,
  };
}

function headerOf(headers: readonly Header[], name: string): string | undefined {
  return headers.find((header) => header.name === name)?.value;
}
