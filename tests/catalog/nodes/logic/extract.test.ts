import { expect, test } from "vitest";
import { extract } from "@/lib/catalog/nodes/logic/extract";

const body = { items: [{ id: 1 }, { id: 2 }], xml: "<a><b c='1'>x</b><b>y</b></a>", text: "Order A-17, order B-4" };
const scope = { trigger: { body }, steps: { ask: { body: { note: "none" } } } };
const planned = (config: object) => extract.plan({ expression: "$", ...config }, scope);
const given = (config: object) => {
  const plan = planned(config);
  return plan.ok && plan.effect.kind === "leave" ? plan.effect.output : plan;
};

test.each([
  [{ expression: "$.items[1].id" }, 2],
  [{ expression: "$.items[*].id", find: "all" }, [1, 2]],
  [
    { way: "xpath", from: "{{ trigger.body.xml }}", expression: "/a/b[@c='1']" },
    { "@c": "1", "#text": "x" },
  ],
  [{ way: "xpath", from: "{{ trigger.body.xml }}", expression: "//b/text()", find: "all" }, ["x", "y"]],
  [{ way: "pattern", from: "{{ trigger.body.text }}", expression: "[A-Z]-(?<n>\\d+)" }, { n: "17" }],
  [{ way: "pattern", from: "{{ trigger.body.text }}", expression: "[A-Z]-\\d+", find: "all" }, ["A-17", "B-4"]],
  [{ way: "pattern", from: "{{ trigger.body.items }}", expression: "\\d" }, "1"],
])("%j finds %j", (config, value) => {
  expect(given(config)).toEqual({ value, found: true });
});

test("nothing found is nothing, an empty list, or what is said to be taken then", () => {
  expect(given({ expression: "$.none" })).toEqual({ value: null, found: false });
  expect(given({ expression: "$.none", find: "all" })).toEqual({ value: [], found: false });
  expect(given({ expression: "$.none", fallback: "{{ steps.ask.body }}" })).toEqual({
    value: { note: "none" },
    found: false,
  });
});

test("what cannot be looked through fails the step, in a sentence", () => {
  expect(planned({ way: "xpath", from: "<a>", expression: "/a" })).toMatchObject({
    ok: false,
    message: expect.stringMatching(/^This is not valid XML/),
  });
});

test("an expression is checked by the way it is for", () => {
  const messages = (way: string, expression: string) =>
    extract.problems({ way, expression }).map(({ field, message }) => `${field}: ${message}`);
  expect(messages("json-path", "items")).toEqual([expect.stringMatching(/^expression: This is not a JSONPath/)]);
  expect(messages("xpath", "//")).toEqual([expect.stringMatching(/^expression: This XPath/)]);
  expect(messages("pattern", "(")).toEqual([expect.stringMatching(/^expression: The pattern/)]);
  expect(messages("pattern", "a{{")).toEqual([]);
});
