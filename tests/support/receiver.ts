import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { setTimeout as pause } from "node:timers/promises";

export type ReceivedRequest = {
  method: string;
  /** With the query string. */
  path: string;
  headers: IncomingHttpHeaders;
  /** The body as UTF-8; `bodyBytes` has it as it came. */
  body: string;
  bodyBytes: Buffer;
};

/** How to answer: a status alone, a whole answer, a cut connection, or never. */
export type Answer =
  | number
  | "reset"
  | "hang"
  | { status?: number; headers?: Record<string, string | string[]>; body?: string | Uint8Array; delayMs?: number };

/** One answer per request, the last repeated; or a choice by the request and its number, counting from 1. */
export type Respond = readonly Answer[] | ((request: ReceivedRequest, n: number) => Answer | Promise<Answer>);

export type Receiver = {
  /** Without a slash at the end: `http://127.0.0.1:40123`. */
  url: string;
  port: number;
  /** Every request so far, oldest first. */
  requests: ReceivedRequest[];
  /** How many connections were ever opened. */
  connectionCount(): number;
  close(): Promise<void>;
};

/** Starts a real HTTP server on a free port, which records each request and answers 200 unless told otherwise. */
export async function startReceiver(respond: Respond = [200], host = "127.0.0.1"): Promise<Receiver> {
  const requests: ReceivedRequest[] = [];
  let connections = 0;

  const server = createServer((incoming, response) => {
    void receive(incoming).then(
      async (request) => {
        requests.push(request);
        send(response, await answerTo(respond, request, requests.length));
      },
      () => incoming.destroy(),
    );
  });
  server.on("connection", () => {
    connections += 1;
  });
  const port = await listen(server, host);

  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    port,
    requests,
    connectionCount: () => connections,
    close: () => close(server),
  };
}

async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const bodyBytes = Buffer.concat(chunks);
  return {
    method: incoming.method ?? "",
    path: incoming.url ?? "",
    headers: incoming.headers,
    body: bodyBytes.toString("utf8"),
    bodyBytes,
  };
}

async function answerTo(respond: Respond, request: ReceivedRequest, n: number): Promise<Answer> {
  const answer = typeof respond === "function" ? await respond(request, n) : (respond[n - 1] ?? respond.at(-1) ?? 200);
  if (typeof answer === "object" && answer.delayMs) await pause(answer.delayMs);
  return answer;
}

function send(response: ServerResponse, answer: Answer): void {
  if (answer === "hang") return;
  if (answer === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  const { status = 200, headers = {}, body = "" } = typeof answer === "number" ? { status: answer } : answer;
  response.writeHead(status, headers);
  response.end(body);
}

function listen(server: Server, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, host, () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("The receiver has no port."));
      else resolve(address.port);
    });
  });
}

function close(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
