import { SenderGoneError } from "@/lib/platform/sender-gone";

/** Reads a web request's bytes, as they came. Null as soon as there are more than allowed; the rest is not read. */
export async function readWebBody(request: Request, bytesMax: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > bytesMax) return null;
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Cancelling would close the connection before the answer is written.
  const body = request.body.values({ preventCancel: true });
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > bytesMax) return null;
      chunks.push(chunk);
    }
  } catch (cause) {
    throw new SenderGoneError("The sender broke off.", { cause });
  }
  return Buffer.concat(chunks);
}
