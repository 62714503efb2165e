import { createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import { parseAllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import type { OutboundRequest } from "@/lib/platform/send-request/outcome";
import { type Receiver, type Respond, startReceiver } from "@/tests/support/receiver";

export const allowedTargets = parseAllowedTargets(["127.0.0.1"]);

/** A receiver for as long as the test lasts. */
export async function receiver(respond?: Respond, host?: string): Promise<Receiver> {
  const started = await startReceiver(respond, host);
  onTestFinished(() => started.close());
  return started;
}

/** A server that speaks no HTTP of its own: `talk` does with each connection what it likes. For as long as the test lasts. */
export async function rawServer(talk: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    talk(socket);
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `http://127.0.0.1:${address !== null && typeof address === "object" ? address.port : 0}`;
}

/** Says `text` once a request has come in. */
export function saying(text: string): (socket: Socket) => void {
  return (socket) => void socket.once("data", () => socket.write(text));
}

export function get(url: string, more: Partial<OutboundRequest> = {}): OutboundRequest {
  return { method: "GET", url, headers: [], timeoutMs: 5_000, ...more };
}
