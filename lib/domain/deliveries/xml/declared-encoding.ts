import { charsetOf } from "@/lib/domain/deliveries/decode-text";

const latin1 = new TextDecoder("windows-1252");
const DECLARATION = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w-]+)["']/;
const DECLARATION_BYTES_MAX = 200;

/** How XML says at its beginning that it is encoded, by a mark or in its declaration. It is UTF-8 when it says nothing that we know. */
export function declaredEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const encoding = DECLARATION.exec(latin1.decode(bytes.subarray(0, DECLARATION_BYTES_MAX)))?.[1];
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  return encoding === undefined || /^utf-?16/i.test(encoding) ? "utf-8" : charsetOf(`;charset=${encoding}`);
}
