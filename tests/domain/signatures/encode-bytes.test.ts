import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeBytes } from "@/lib/domain/signatures/encode-bytes";

test("bytes are written as Node writes them", () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.constantFrom("hex", "base64", "base64url"), (bytes, encoding) => {
      expect(encodeBytes(bytes, encoding)).toBe(Buffer.from(bytes).toString(encoding));
    }),
  );
});
