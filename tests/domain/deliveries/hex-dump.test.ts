import { expect, test } from "vitest";
import { hexDump } from "@/lib/domain/deliveries/hex-dump";

test("bytes are shown with their offset and what can be read of them", () => {
  const bytes = new TextEncoder().encode("Doorbell rings\0é!");
  expect(hexDump(bytes).split("\n")).toEqual([
    "00000000  44 6f 6f 72 62 65 6c 6c  20 72 69 6e 67 73 00 c3  Doorbell rings··",
    "00000010  a9 21                                             ·!",
  ]);
});
