import { connect } from "node:net";

export type RawAnswer = { status: number; headers: Record<string, string>; body: string };

type RawOptions = {
  /** Ends the exchange once this many answers have come, not counting 100 Continue. Otherwise when the server closes. */
  answers?: number;
  /** Closes our side after so long without an answer: there is nothing more to come. */
  closeAfterMs?: number;
  /** Reads nothing before all is written. */
  isPatient?: boolean;
  patienceMs?: number;
};

/** Writes bytes to a port as they are, well-formed or not, and reads whatever answers come back. */
export function sendRaw(port: number, pieces: (string | Uint8Array)[], options: RawOptions = {}): Promise<RawAnswer[]> {
  const { answers = Number.POSITIVE_INFINITY, closeAfterMs, isPatient = false, patienceMs = 30_000 } = options;
  return new Promise((resolve, reject) => {
    const received: Buffer[] = [];
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    const finish = () => {
      clearTimeout(impatience);
      socket.destroy();
      resolve(readAnswers(Buffer.concat(received), true).answers);
    };
    const impatience = setTimeout(() => {
      socket.destroy();
      reject(new Error(`No end in sight; so far came: ${Buffer.concat(received).toString("latin1").slice(0, 500)}`));
    }, patienceMs);
    socket.on("data", (chunk) => {
      received.push(chunk);
      const read = readAnswers(Buffer.concat(received));
      if (read.answers.length >= answers && read.isWhole) finish();
    });
    socket.on("end", finish);
    socket.on("close", finish);
    // A reset after the answer has come takes nothing away.
    socket.on("error", finish);
    if (isPatient) socket.pause();
    for (const piece of pieces) socket.write(typeof piece === "string" ? Buffer.from(piece, "latin1") : piece);
    if (isPatient) socket.write("", () => socket.resume());
    if (closeAfterMs !== undefined) setTimeout(() => socket.end(), closeAfterMs).unref();
  });
}

/** Takes a stream of answers apart. `isWhole` is false while the last one is still incomplete. */
function readAnswers(bytes: Buffer, hasEnded = false): { answers: RawAnswer[]; isWhole: boolean } {
  const answers: RawAnswer[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const headEnd = rest.indexOf("\r\n\r\n");
    if (headEnd < 0) return { answers, isWhole: false };
    const [statusLine = "", ...lines] = rest.toString("latin1", 0, headEnd).split("\r\n");
    const status = Number(statusLine.split(" ")[1]);
    const headers = Object.fromEntries(lines.map(readHeaderLine));
    if (status === 100) {
      rest = rest.subarray(headEnd + 4);
      continue;
    }
    const body = readAnswerBody(rest.subarray(headEnd + 4), headers);
    answers.push({ status, headers, body: body.text });
    if (!body.isWhole && !hasEnded) return { answers, isWhole: false };
    rest = body.rest;
  }
  return { answers, isWhole: true };
}

function readHeaderLine(line: string): [string, string] {
  const colon = line.indexOf(":");
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

type AnswerBody = { text: string; rest: Buffer; isWhole: boolean };

function readAnswerBody(bytes: Buffer, headers: Record<string, string>): AnswerBody {
  if (headers["transfer-encoding"] === "chunked") return readChunks(bytes);
  // Without a length it goes on until the server closes.
  const length = Number(headers["content-length"] ?? Number.POSITIVE_INFINITY);
  return { text: bytes.toString("utf8", 0, length), rest: bytes.subarray(length), isWhole: bytes.length >= length };
}

function readChunks(bytes: Buffer): AnswerBody {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = bytes.indexOf("\r\n", at);
    const size = Number.parseInt(bytes.toString("latin1", at, lineEnd), 16);
    const isWhole = lineEnd >= 0 && bytes.length >= lineEnd + 2 + size + 2;
    if (!isWhole || size === 0) {
      const rest = isWhole ? bytes.subarray(lineEnd + 4) : Buffer.alloc(0);
      return { text: Buffer.concat(chunks).toString(), rest, isWhole };
    }
    chunks.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}
