import type { IncomingMessage } from "node:http";

/** Thrown when a sender breaks off in the middle of a body: nobody is left to answer. */
export class SenderGoneError extends Error {
  override name = "SenderGoneError" as const;
}

/** Reads a request's bytes, as they came. Null as soon as there are more than allowed; the rest is not read. */
export function readNodeBody(request: IncomingMessage, bytesMax: number): Promise<Uint8Array | null> {
  if (Number(request.headers["content-length"] ?? 0) > bytesMax) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bytesMax) chunks.push(chunk);
      else {
        request.pause();
        resolve(null);
      }
    });
    request.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on("close", () => reject(new SenderGoneError("The sender broke off.")));
    request.on("error", (cause) => reject(new SenderGoneError("The sender broke off.", { cause })));
  });
}
