import type { Transform } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";

/**
 * Undoes one content-encoding, up to `bytesMax` of what comes out. A body that is damaged, or encoded in another
 * way or several times, stays as it came.
 */
export async function decodeBody(
  raw: Buffer,
  encoding: string | undefined,
  bytesMax: number,
): Promise<{ body: Buffer; isCut: boolean }> {
  const decoder = decoderFor(encoding?.trim().toLowerCase(), raw);
  if (!decoder || raw.length === 0) return { body: raw, isCut: false };

  const chunks: Buffer[] = [];
  let size = 0;
  decoder.end(raw);
  try {
    for await (const chunk of decoder) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > bytesMax) break;
    }
  } catch {
    // The receiver's fault, and its status stands: showing the bytes is more use than failing the request.
    return { body: raw, isCut: false };
  }
  return { body: Buffer.concat(chunks).subarray(0, bytesMax), isCut: size > bytesMax };
}

/** The body may have been cut, so an early end is no error. */
function decoderFor(encoding: string | undefined, raw: Buffer): Transform | undefined {
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH };
  switch (encoding) {
    case "gzip":
    case "x-gzip":
      return createGunzip(lenient);
    case "deflate":
      // Some servers leave out the zlib header, whose first byte ends in 8.
      return ((raw[0] ?? 0) & 0x0f) === 8 ? createInflate(lenient) : createInflateRaw(lenient);
    case "br":
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
    default:
      return undefined;
  }
}
