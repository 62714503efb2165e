import { expect, test } from "vitest";
import { parseTemplate, templateComplaint } from "@/lib/domain/templates/parse-template";

test("a template that was read is remembered, a forgotten one read again", () => {
  const first = parseTemplate("{{ trigger.first }}");
  expect(parseTemplate("{{ trigger.first }}")).toBe(first);
  for (let n = 0; n < 600; n++) parseTemplate(`{{ trigger.n${n} }}`);
  expect(parseTemplate("{{ trigger.first }}")).not.toBe(first);
  expect(parseTemplate("{{ trigger.first }}").ok).toBe(true);
});

test("a template nested without end is refused, not thrown at", () => {
  expect(parseTemplate("{% if a %}".repeat(50_000)).ok).toBe(false);
});

test("a mistake of our own is not told in its words", () => {
  expect(templateComplaint(new TypeError("Cannot read properties of undefined"))).toBe(
    "The template cannot be read: it failed.",
  );
});
