import { describe, expect, test } from "vitest";
import { headerParameter, mediaType } from "@/lib/domain/deliveries/content-type";

test.each([
  ["application/json", "application/json"],
  [" Text/XML ; charset=utf-8", "text/xml"],
  ["", ""],
  [";", ""],
])("the type of “%s” is “%s”", (contentType, type) => {
  expect(mediaType(contentType)).toBe(type);
});

describe("a parameter", () => {
  test.each([
    ["a/b; x=1", "1"],
    ["a/b;x=1;x=2", "1"],
    ["a/b; X = 1 ; y=2", "1"],
    ['a/b; x="1; y=2"', "1; y=2"],
    ['a/b; y="; x=0"; x=1', "1"],
    ['a/b; x="say \\"hi\\" \\\\"', 'say "hi" \\'],
    ['a/b; x="C:\\dir\\f"', "C:\\dir\\f"],
    ["a/b; x=", ""],
    ['a/b; x=""', ""],
    ["a/b; xx=1", undefined],
    ["x=1", undefined],
  ])("of %s is %s", (header, value) => {
    expect(headerParameter(header, "x")).toBe(value);
  });

  test("is looked for in no more than linear time", () => {
    const started = performance.now();
    for (const piece of [";x", '; x="', "; ", ';x="\\"', ";=", "x=;"]) headerParameter(piece.repeat(20_000), "y");
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
