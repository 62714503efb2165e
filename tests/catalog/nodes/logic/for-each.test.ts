import { expect, test } from "vitest";
import { forEach } from "@/lib/catalog/nodes/logic/for-each";

const planned = (list: unknown) =>
  forEach.plan({ items: "{{ trigger.body.list }}" }, { trigger: { body: { list } }, steps: {} });

test("a list of up to 1,000 items is gone through, an empty one, too", () => {
  const list = Array.from({ length: 1_000 }, (_, index) => ({ index }));
  expect(planned(list)).toMatchObject({ ok: true, effect: { kind: "for-each", items: list } });
  expect(planned([])).toMatchObject({ ok: true, effect: { kind: "for-each", items: [] } });
});

test("a longer list, and what is no list, fails the step", () => {
  expect(planned(new Array(1_001).fill(0))).toMatchObject({
    ok: false,
    message: "The list has 1001 items. 1,000 are the most.",
  });
  for (const value of [undefined, null, "a,b", { a: 1 }, 5]) {
    expect(planned(value)).toMatchObject({ ok: false, message: expect.stringContaining("no list") });
  }
});
