/** How much of a body is shown. */
export const SHOWN_BYTES_MAX = 256_000;

/** The first bytes of a body; `text` is null when they are no text. */
export type ReadBody = { ok: true; bytes: Uint8Array; text: string | null; isCut: boolean } | { ok: false };

/** Where a body can be downloaded. */
export function bodyPath(id: string): string {
  return `/api/v1/deliveries/${id}/body`;
}

/** Browser only: reads a delivery's body, but no more of it than is shown. Never throws. */
export async function readBody(id: string): Promise<ReadBody> {
  try {
    const response = await fetch(`${bodyPath(id)}?decoded=true`);
    if (!response.ok || !response.body) return { ok: false };
    const { bytes, isCut } = await readFirst(response.body);
    return { ok: true, bytes, text: textOf(bytes, isCut), isCut };
  } catch {
    return { ok: false };
  }
}

async function readFirst(stream: ReadableStream<Uint8Array>): Promise<{ bytes: Uint8Array; isCut: boolean }> {
  const bytes = new Uint8Array(SHOWN_BYTES_MAX);
  const reader = stream.getReader();
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { bytes: bytes.subarray(0, length), isCut: false };
    const taken = value.subarray(0, SHOWN_BYTES_MAX - length);
    bytes.set(taken, length);
    length += taken.length;
    if (taken.length < value.length) {
      await reader.cancel();
      return { bytes, isCut: true };
    }
  }
}

/** A cut may go through a character, which is then left out; anything else that is not UTF-8 is no text. */
function textOf(bytes: Uint8Array, isCut: boolean): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: isCut });
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}
