import type { IncomingMessage } from "node:http";
import { SenderGoneError } from "@/lib/platform/sender-gone";

/**
 * Reads a request's bytes, as they came. Null as soon as there are more than allowed; the rest is read and forgotten,
 * since many a sender looks for the answer only after it has written everything.
 */
export function readNodeBody(request: IncomingMessage, bytesMax: number): Promise<Uint8Array | null> {
  if (Number(request.headers["content-length"] ?? 0) > bytesMax) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bytesMax) {
        chunks.push(chunk);
        return;
      }
      chunks = [];
      resolve(null);
    });
    request.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on("close", () => {
      if (!request.complete) reject(new SenderGoneError("The sender broke off."));
    });
    request.on("error", (cause) => reject(new SenderGoneError("The sender broke off.", { cause })));
  });
}
