import { SenderGoneError } from "@/lib/platform/sender-gone";

/** Of a body that is too large, so much is read and forgotten: many a sender looks for the answer only after writing all. */
const FORGOTTEN_BYTES_MAX = 67_108_864;

/** Reads a web request's bytes, as they came. Null when there are more than allowed. */
export async function readWebBody(request: Request, bytesMax: number): Promise<Uint8Array | null> {
  let chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length;
      if (size <= bytesMax) chunks.push(chunk);
      else chunks = [];
      if (size > FORGOTTEN_BYTES_MAX) break;
    }
  } catch (cause) {
    throw new SenderGoneError("The sender broke off.", { cause });
  }
  return size > bytesMax ? null : Buffer.concat(chunks);
}
