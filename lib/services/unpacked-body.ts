import type { Header } from "@/lib/domain/deliveries/delivery";
import { groupHeaders } from "@/lib/domain/deliveries/read-headers";
import { BODY_BYTES_MAX } from "@/lib/domain/endpoints/endpoint-options";
import { decompress } from "@/lib/platform/decompress";

/** A delivery's bytes as they were before the sender compressed them; as they came where they cannot be unpacked. */
export async function unpackedBody(headers: readonly Header[], bytes: Uint8Array): Promise<Uint8Array> {
  const encoding = groupHeaders(headers)["content-encoding"]?.[0];
  if (encoding === undefined || encoding === "" || bytes.length === 0) return bytes;
  const unpacked = await decompress(bytes, encoding, BODY_BYTES_MAX);
  return unpacked.ok ? unpacked.bytes : bytes;
}
