import { expect, test } from "vitest";
import { shorten, shortenToBytes } from "@/lib/domain/runs/shorten";

test.each([
  ["what fits", "abcd", "abcd"],
  ["what is too long", "abcde", "abc…"],
  ["a character of two units at the cut", "ab😀de", "ab…"],
  ["a character of two units before the cut", "a😀de", "a😀…"],
])("%s", (_, text, expected) => expect(shorten(text, 4)).toBe(expected));

test.each([
  ["bytes that fit", "aüüü", "aüüü"],
  ["bytes that do not", "üüüüa", "üü…"],
  ["a character of four bytes at the cut", "ab😀de", "ab…"],
])("%s", (_, text, expected) => expect(shortenToBytes(text, 7)).toBe(expected));
