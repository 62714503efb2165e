import { expect, test } from "vitest";
import { findHeaderProblem, wireHeaders } from "@/lib/platform/send-request/request-headers";
import packageJson from "@/package.json" with { type: "json" };

test.each(["a\r\nb: 1", "a\nb", "a\rb", "a\0b", "trailing\n", "\u{1f514}", "\u0100"])(
  "the value %j is refused, unsaid",
  (value) => {
    const problem = findHeaderProblem([{ name: "x-note", value }]);
    expect(problem).toContain("x-note");
    expect(problem).not.toContain(value);
  },
);

test.each(["", "a b", "a:", "a\r\nb", "ä", "(a)"])("the name %j is refused", (name) => {
  expect(findHeaderProblem([{ name, value: "1" }])).toContain("cannot be the name");
});

test("ordinary headers are fine, also with a tab, Latin-1 and nothing in them", () => {
  const headers = ["Bearer a.b-c", "one\ttwo", "Größe", ""].map((value) => ({ name: "X-Note_1", value }));
  expect(findHeaderProblem(headers)).toBeUndefined();
});

test("headers about the connection are left out in any case; who we are and what we decode is added", () => {
  const passedOn = ["Host", "content-LENGTH", "Connection", "Transfer-Encoding", "TE", "Upgrade", "Expect", "X-Kept"];
  expect(wireHeaders(passedOn.map((name) => ({ name, value: "1" })))).toEqual([
    "X-Kept",
    "1",
    "user-agent",
    `Doorbell/${packageJson.version}`,
    "accept-encoding",
    "gzip, deflate, br",
  ]);
});

test("a person's own user-agent and accept-encoding are kept", () => {
  const headers = [
    { name: "User-Agent", value: "mine" },
    { name: "Accept-Encoding", value: "identity" },
  ];
  expect(wireHeaders(headers)).toEqual(["User-Agent", "mine", "Accept-Encoding", "identity"]);
});
