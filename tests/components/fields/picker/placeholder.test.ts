import fc from "fast-check";
import { expect, test } from "vitest";
import { placeholderOf, templateParts, writePath } from "@/components/fields/picker/placeholder";
import { renderValue } from "@/lib/domain/templates/render-value";

test("a path reads as one would write it", () => {
  expect(writePath(["trigger", "body", "items", 0, "name"])).toBe("trigger.body.items[0].name");
  expect(writePath(["trigger", "headers", "content-type"])).toBe("trigger.headers.content-type");
  expect(writePath(["trigger", "body", "first name"])).toBe('trigger.body["first name"]');
});

test("the placeholder of any value leads back to it", () => {
  const key = fc
    .string({ minLength: 1, maxLength: 8 })
    .filter((text) => !/["\\\n\r{}%]/.test(text) && text !== "__proto__");
  fc.assert(
    fc.property(fc.array(fc.oneof(key, fc.nat({ max: 2 })), { maxLength: 4 }), (tail) => {
      const body = tail.reduceRight<unknown>(
        (inner, segment) => (typeof segment === "number" ? [0, 0, 0].map(() => inner) : { [segment]: inner }),
        "found",
      );
      const scope = { trigger: { body }, steps: {} };
      expect(renderValue(placeholderOf(["trigger", "body", ...tail]), scope)).toEqual({ ok: true, value: "found" });
    }),
  );
});

test("a template is cut into its placeholders and what stands between them, and nothing is lost", () => {
  expect(templateParts("a {{ b }}{% if c %}d")).toEqual([
    { text: "a ", isPlaceholder: false },
    { text: "{{ b }}", isPlaceholder: true },
    { text: "{% if c %}", isPlaceholder: true },
    { text: "d", isPlaceholder: false },
  ]);
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(
        templateParts(text)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
