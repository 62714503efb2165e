import { expect, test } from "vitest";
import { hmac, randomToken, safeEqual, sha256 } from "@/lib/platform/digest";

const bytes = (text: string) => new TextEncoder().encode(text);
const hex = (digest: Uint8Array) => Buffer.from(digest).toString("hex");

test("sha256 of a text is that of its UTF-8 bytes", () => {
  expect(hex(sha256("abc"))).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256("ü")).toEqual(sha256(bytes("ü")));
});

test("hmac over parts is hmac over what they make together (RFC 4231, case 2)", () => {
  const expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
  expect(hex(hmac("sha256", bytes("Jefe"), bytes("what do ya want for nothing?")))).toBe(expected);
  expect(hex(hmac("sha256", bytes("Jefe"), bytes("what do ya "), bytes("want for nothing?")))).toBe(expected);
});

test("tokens are URL-safe, as long as asked for, and never the same", () => {
  const tokens = Array.from({ length: 1_000 }, () => randomToken(24));
  expect(new Set(tokens).size).toBe(1_000);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{32}$/);
});

test("texts are equal only when they are the same, whatever their lengths", () => {
  expect(safeEqual("secret", "secret")).toBe(true);
  expect(safeEqual("secret", "secre")).toBe(false);
  expect(safeEqual("", "secret")).toBe(false);
});
