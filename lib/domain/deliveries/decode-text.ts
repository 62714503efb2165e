import { headerParameter } from "@/lib/domain/deliveries/content-type";

/** By the standard that browsers follow, these three are one. */
const WINDOWS = new Set(["iso-8859-1", "windows-1252", "us-ascii"]);

/** Beyond UTF-8: what senders say that their text is in. */
const CHARSETS = new Set([...WINDOWS, "iso-8859-15", "utf-16", "utf-16le", "utf-16be"]);

/** How a content type says that its text is written, in lower case; `utf-8` when it says nothing that we know. */
export function charsetOf(contentType: string): string {
  const charset = headerParameter(contentType, "charset")?.toLowerCase() ?? "";
  return CHARSETS.has(charset) ? charset : "utf-8";
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Bytes as the text that they are in a charset; undefined when they are none. */
export function decodeText(bytes: Uint8Array, charset = "utf-8"): string | undefined {
  try {
    const text = decoderFor(charset, bytes).decode(bytes);
    return WINDOWS.has(charset) ? asWindows(text) : text;
  } catch {
    return undefined;
  }
}

function decoderFor(charset: string, [first, second]: Uint8Array): TextDecoder {
  if (charset === "utf-8") return utf8;
  // Plain UTF-16 may be in either order: a mark at its beginning tells.
  const isBigEndian = charset === "utf-16" && first === 0xfe && second === 0xff;
  return new TextDecoder(isBigEndian ? "utf-16be" : charset, { fatal: true });
}

/** What Windows puts in place of the control characters from 0x80 on. */
const SPECIAL = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

/** Node 20 leaves these characters out; for a browser's text this changes nothing. */
function asWindows(text: string): string {
  return text.replaceAll(/[\x80-\x9f]/g, (letter) => SPECIAL[letter.charCodeAt(0) - 0x80] ?? letter);
}
