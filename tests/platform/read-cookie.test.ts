import { expect, test } from "vitest";
import { readCookie } from "@/lib/platform/read-cookie";

test.each([
  ["a=1; session=abc=; b=2", "abc="],
  ["session=abc", "abc"],
  ["my-session=abc; sessions=1", undefined],
  ["session", undefined],
  ["=session; ;;", undefined],
  ["", undefined],
  [null, undefined],
])("of %j the session's cookie is %j", (header, expected) => {
  expect(readCookie(header, "session")).toBe(expected);
});
