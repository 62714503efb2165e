import { describe, expect, test } from "vitest";
import { splitParts } from "@/lib/domain/deliveries/multipart/split-parts";

/** The parts as head and content. */
function split(body: string, boundary = "b") {
  const bytes = Buffer.from(body, "latin1");
  const found = splitParts(bytes, boundary);
  if (!found.ok) return found.message;
  return found.parts.map(({ head, from, to }) => [head, bytes.toString("latin1", from, to)]);
}

test.each([
  ["--b\r\nA: 1\r\n\r\nx\r\n--b--", [["A: 1", "x"]]],
  [
    "--b\r\nA: 1\r\nB: 2\r\n\r\nx\r\n--b\r\n\r\ny\r\n--b--\r\n",
    [
      ["A: 1\r\nB: 2", "x"],
      ["", "y"],
    ],
  ],
  ["--b \t\r\nA: 1\r\n\r\n\r\n--b--", [["A: 1", ""]]],
  ["--b\r\nA: 1\r\n\r\n--b--", [["A: 1", ""]]],
  ["before\r\n--b\r\n\r\nx\r\n--b-- after", [["", "x"]]],
  ["\r\n--b\r\n\r\nx\r\n--b--", [["", "x"]]],
  ["--b\r\n\r\n--b x\r\n--bb\r\n --b--\r\n--b--", [["", "--b x\r\n--bb\r\n --b--"]]],
  ["--b\r\n\r\n\r\r\n\xff\0\r\n--b--", [["", "\r\r\n\xff\0"]]],
  ["--b--", []],
])("%j", (body, parts) => {
  expect(split(body)).toEqual(parts);
});

test.each([
  ["", "boundary is not in it"],
  ["--a--", "boundary is not in it"],
  ["--b\nA: 1\n\nx\n--b--", "boundary is not in it"],
  ["--b\r\nA: 1\r\n\r\nx", "ends too early"],
  ["--b\r\nA: 1\r\n\r\nx\r\n--b", "ends too early"],
  ["--b\r\nA: 1\r\n\r\nx\r\n--b\r\n", "the headers of a part"],
  ["--b\r\nA: 1\r\n--b--", "the headers of a part"],
  [`--b\r\nA: ${"1".repeat(8_200)}\r\n\r\nx\r\n--b--`, "longer than 8 KB"],
  ["--b\r\n\r\nx\r\n".repeat(1_001), "more than 1,000 parts"],
])("%j is none", (body, message) => {
  expect(split(body)).toContain(message);
});

describe("a boundary may have up to 70 odd characters", () => {
  test.each(["----WebKitFormBoundary7MA4YWxkTrZu0gW", "a b", "'()+_,-./:=?", "-".repeat(70)])("%s", (boundary) => {
    expect(split(`--${boundary}\r\n\r\nx\r\n--${boundary}--`, boundary)).toEqual([["", "x"]]);
  });
});

test("nothing makes it slow", () => {
  const started = performance.now();
  for (const piece of ["\r\n--b", "\r\n--b\r\n\r\n", "\r", "\r\n\r\n", "\r\n--b "]) {
    split(`--b\r\n\r\n${piece.repeat(200_000)}`);
  }
  expect(performance.now() - started).toBeLessThan(2_000);
});
