import fc from "fast-check";
import { expect, test } from "vitest";
import { utf8Length } from "@/lib/domain/json/utf8-length";

const decoder = new TextDecoder("utf-8", { fatal: true });

function isText(bytes: Uint8Array): boolean {
  try {
    return [...decoder.decode(bytes)].length === 1;
  } catch {
    return false;
  }
}

test("bytes are one character exactly when the platform's own decoder reads them as one", () => {
  const first = fc.integer({ min: 0x80, max: 0xff });
  const next = fc.oneof(fc.integer({ min: 0x80, max: 0xbf }), fc.integer({ min: 0, max: 0xff }));
  fc.assert(
    fc.property(first, fc.array(next, { maxLength: 3 }), (lead, rest) => {
      const bytes = Uint8Array.of(lead, ...rest);
      expect(utf8Length(bytes, 0) === bytes.length).toBe(isText(bytes));
    }),
    { numRuns: 20_000 },
  );
});

test.each(["é", "€", "💥", "\u07ff", "\ud7ff", "\ue000", "\u{10ffff}"])("%s is as long as it is written", (text) => {
  const bytes = new TextEncoder().encode(`a${text}a`);
  expect(utf8Length(bytes, 1)).toBe(bytes.length - 2);
});
