import { expect, test } from "vitest";
import { parseRetryAfter } from "@/lib/platform/send-request/retry-after";

const NOW_MS = Date.parse("2026-03-01T12:00:00Z");
const DAY_MS = 86_400_000;

test.each([
  ["0", 0],
  ["120", 120_000],
  [" 7 ", 7_000],
  ["86401", DAY_MS],
  ["99999999999999999999999", DAY_MS],
  ["Sun, 01 Mar 2026 12:00:30 GMT", 30_000],
  ["Sunday, 01-Mar-26 12:00:30 GMT", 30_000],
  ["Sun, 01 Mar 2026 11:00:00 GMT", 0],
  ["Fri, 01 Mar 2126 12:00:00 GMT", DAY_MS],
  ["", undefined],
  ["-1", undefined],
  ["1.5", undefined],
  ["1e3", undefined],
  ["soon", undefined],
  ["2026-03-01", undefined],
  ["Sun, 99 Xxx 2026 99:00:00 GMT", undefined],
])("%j asks for %s ms", (value, pauseMs) => expect(parseRetryAfter(value, NOW_MS)).toBe(pauseMs));
