import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeBytes } from "@/lib/domain/signatures/decode-bytes";
import { encodeBytes } from "@/lib/domain/signatures/encode-bytes";

const encodings = ["hex", "base64", "base64url"] as const;

test("what was encoded decodes to the same bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.constantFrom(...encodings), (bytes, encoding) => {
      expect(decodeBytes(encodeBytes(bytes, encoding), encoding)).toEqual(bytes);
    }),
  );
});

test("text is decoded as Node does it, or not at all", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom(...encodings), (text, encoding) => {
      const bytes = decodeBytes(text, encoding);
      if (bytes) expect([...bytes]).toEqual([...Buffer.from(text, encoding)]);
    }),
  );
});

test.each([
  ["abc", "hex"],
  ["0x10", "hex"],
  ["zz", "hex"],
  ["a", "base64"],
  ["ab=", "base64"],
  ["ab===", "base64"],
  ["a=b=", "base64"],
  ["ab c", "base64"],
  ["_-8=", "base64"],
  ["+/8=", "base64url"],
] as const)("%s is not %s", (text, encoding) => {
  expect(decodeBytes(text, encoding)).toBeUndefined();
});

test("base64 may come without its padding", () => {
  expect(decodeBytes("YWI", "base64")).toEqual(decodeBytes("YWI=", "base64"));
});
