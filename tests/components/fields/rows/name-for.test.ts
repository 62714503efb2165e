import { expect, test } from "vitest";
import { nameFor } from "@/components/fields/rows/name-for";

test("a value that is one placeholder is called as the data calls it", () => {
  expect(nameFor("{{ trigger.body.customer.name }}")).toBe("name");
  expect(nameFor("{{ steps.tell.body.items[0] }}")).toBe("items");
  expect(nameFor('{{ trigger.body["first name"] | upcase }}')).toBe("first name");
});

test("any other text has no name yet", () => {
  for (const text of ["", "Ada", "{{ trigger.body.a }} and more", "{{ trigger }}", "{{ a.b | append: c.d }}", "{{ a."])
    expect(nameFor(text)).toBe("");
});
