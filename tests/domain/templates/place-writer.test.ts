import { expect, test } from "vitest";
import { placeWriter } from "@/lib/domain/templates/place-writer";
import { placed } from "@/lib/domain/templates/placed";

const write = (place: Parameters<typeof placeWriter>[0], ...pieces: unknown[]) => {
  const writer = placeWriter(place, false);
  for (const piece of pieces) writer.write(piece);
  return writer.buffer;
};

test("the template's own text is left alone, values are written for their place", () => {
  const value = placed('"&\n');
  expect(write("text", "<&>", value)).toBe('<&>"&\n');
  expect(write("url", "?a&b=", value)).toBe("?a&b=%22%26%0A");
  expect(write("header", "a\t", value)).toBe('a\t"&');
  expect(write("html", "<b>", value, placed("<i>'"))).toBe("<b>&quot;&amp;\n&lt;i&gt;&#39;");
  expect(write("json", '{"a\\"', value, '":', value, "}")).toBe('{"a\\"\\"&\\n":"\\"&\\n"}');
});

test("half a character does not break an address", () => {
  expect(write("url", placed("a\uD800b"))).toBe("a%EF%BF%BDb");
});

test("more than a million characters are refused", () => {
  expect(() => write("text", "x".repeat(1_000_000))).not.toThrow();
  expect(() => write("text", "x".repeat(1_000_000), "x")).toThrow();
});
