import fc from "fast-check";
import { expect, test } from "vitest";
import { equalBytes } from "@/lib/domain/signatures/equal-bytes";

test("bytes equal themselves, and nothing that differs in one bit or in length", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, flip) => {
      const other = bytes.map((byte, index) => (index === at % bytes.length ? byte ^ flip : byte));
      expect(equalBytes(bytes, bytes.slice())).toBe(true);
      expect(equalBytes(bytes, other)).toBe(false);
      expect(equalBytes(bytes, bytes.slice(1))).toBe(false);
      expect(equalBytes(new Uint8Array(), bytes)).toBe(false);
    }),
  );
});
