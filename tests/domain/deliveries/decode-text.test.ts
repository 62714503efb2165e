import { expect, test } from "vitest";
import { charsetOf, decodeText } from "@/lib/domain/deliveries/decode-text";

test.each([
  ["text/plain", "utf-8"],
  ['text/plain; charset="ISO-8859-1"', "iso-8859-1"],
  ["text/plain; charset=utf-16", "utf-16"],
  ["text/plain; charset=utf-7", "utf-8"],
  ["text/plain; charset=x-user-defined", "utf-8"],
])("%s is in %s", (contentType, charset) => {
  expect(charsetOf(contentType)).toBe(charset);
});

test.each([
  ["utf-8", [0xef, 0xbb, 0xbf, 0xc3, 0xbc], "ü"],
  ["iso-8859-1", [0xfc, 0x80], "ü€"],
  ["windows-1252", [0x80], "€"],
  ["utf-16", [0xff, 0xfe, 0xfc, 0x00], "ü"],
  ["utf-16", [0xfe, 0xff, 0x00, 0xfc], "ü"],
  ["utf-16le", [0xfc, 0x00], "ü"],
  ["utf-16be", [0x00, 0xfc], "ü"],
  ["utf-8", [0xff], undefined],
  ["utf-16", [0x00], undefined],
  ["utf-16", [0x00, 0xd8], undefined],
])("in %s, %j is %s", (charset, bytes, text) => {
  expect(decodeText(Uint8Array.from(bytes), charset)).toBe(text);
});
