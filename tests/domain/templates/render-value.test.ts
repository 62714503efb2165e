import fc from "fast-check";
import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { renderValue } from "@/lib/domain/templates/render-value";
import { deepFreeze } from "../../support/deep-freeze";

const id = new LosslessNumber("12345678901234567890");
const scope = {
  trigger: { body: { id, n: 7, on: false, list: [1], deep: { a: "b" }, none: null, text: "t" } },
  steps: {},
};

test.each<[template: unknown, value: unknown]>([
  ["{{ trigger.body.id }}", id],
  ["{{trigger.body.n}}", 7],
  ["{{ trigger.body.on }}", false],
  ["{{ trigger.body.list }}", [1]],
  ["{{ trigger.body.deep }}", { a: "b" }],
  ["{{ trigger.body.none }}", null],
  ["{{ trigger.body.missing }}", undefined],
  ["{{ trigger.body.n | plus: 1 }}", 8],
  ["{{ trigger.body.deep | json }}", '{"a":"b"}'],
  ["{{ trigger.body.n | raw }}", 7],
  ["n is {{ trigger.body.n }}", "n is 7"],
  ["{{ trigger.body.n }}{{ trigger.body.n }}", "77"],
  ["plain", "plain"],
  ["", ""],
  [5, 5],
  [null, null],
  [true, true],
  [id, id],
  [{ a: ["{{ trigger.body.n }}", { "{{ b }}": "x{{ trigger.body.text }}" }] }, { a: [7, { "{{ b }}": "xt" }] }],
])("%j becomes %j", (template, value) => {
  expect(renderValue(template, scope)).toEqual({ ok: true, value });
});

test("one template that cannot be read fails the whole", () => {
  expect(renderValue({ a: "fine", b: ["{{ x | nope }}"] }, scope)).toEqual({
    ok: false,
    message: "There is no filter called “nope”.",
  });
});

test("a setting nested without end is refused", () => {
  const round: unknown[] = [];
  round.push(round);
  expect(renderValue(round, scope)).toMatchObject({ ok: false });
});

test("whatever the setting and the data, it fills in or says why, and both stay as they were", () => {
  const template = fc.oneof(
    fc.constantFrom("{{ trigger.v }}", "{{ trigger.v.a | json }}", "x{{ trigger.v | first }}", "{{", "{% if %}", ""),
    fc.string(),
  );
  const setting = fc.oneof(template, fc.object({ values: [template, fc.integer()], maxDepth: 2, maxKeys: 4 }));
  const data = fc.anything({ withNullPrototype: true, withSparseArray: true, maxDepth: 3 });
  fc.assert(
    fc.property(setting, data, (written, v) => {
      const scope = deepFreeze({ trigger: { v }, steps: {} });
      expect(renderValue(deepFreeze(written), scope).ok).toBeTypeOf("boolean");
    }),
    { numRuns: 500 },
  );
});
