import type { Encoding } from "@/lib/domain/signatures/decode-bytes";

/** Bytes as text: hex in lower case, base64 with its `=`, base64url without. */
export function encodeBytes(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === "hex") return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const base64 = btoa(String.fromCharCode(...bytes));
  return encoding === "base64" ? base64 : base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
