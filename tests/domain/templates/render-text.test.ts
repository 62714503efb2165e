import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "@/lib/domain/json/parse-json";
import { type Place, renderText } from "@/lib/domain/templates/render-text";

const body = parseJson(`{
  "id": 12345678901234567890, "price": 1.10, "n": 7, "name": "Ada \\"the\\" first\\n", "on": true, "none": null,
  "list": [1, "two"], "deep": { "a b": "c" }, "path": "../../admin?x=1&y=é", "liquid": "{{ 7 | times: 7 }}{% raw %}"
}`);
const scope = {
  trigger: { body: body.ok ? body.value : null, headers: { "x-id": "h1" } },
  steps: { ask: { status: 200 }, at: { url: "https://a.example/x?y=1" } },
};

function render(
  template: string,
  place: Place = "text",
  data: { trigger: Record<string, unknown>; steps: Record<string, unknown> } = scope,
): string {
  const rendered = renderText(template, data, place);
  return rendered.ok ? rendered.text : `! ${rendered.message}`;
}

test.each<[template: string, text: string]>([
  ["plain", "plain"],
  ["{{ trigger.body.id }}", "12345678901234567890"],
  ["{{ trigger.body.price }} €", "1.10 €"],
  ["{{ trigger.body.n | plus: 1 }}", "8"],
  ["{{ trigger.body.price | times: 2 }}", "2.2"],
  ["{{ trigger.body.id | plus: 0 }}", "12345678901234567000"],
  ["{{ trigger.body.on }}{{ trigger.body.none }}", "true"],
  ["{{ trigger.body.list }}", '[1,"two"]'],
  ["{{ trigger.body.list | join: ', ' }}", "1, two"],
  ["{{ trigger.body.list[1] }}{{ trigger.body.list.size }}", "two2"],
  ['{{ trigger.body.deep["a b"] }}', "c"],
  ["{{ trigger.body.deep }}", '{"a b":"c"}'],
  ["{{ trigger.body.deep | json }}", '{"a b":"c"}'],
  ["{{ trigger.headers['x-id'] | upcase }}", "H1"],
  ["{{ steps.ask.status }}", "200"],
  ["[{{ trigger.body.missing.at.all }}]", "[]"],
  ["{{ trigger.body.missing | default: 'nobody' }}", "nobody"],
  ["{% if trigger.body.price == 1.1 %}same{% endif %}", "same"],
  ["{% if trigger.body.id > 12345678901234567889 %}more{% else %}not{% endif %}", "more"],
  ["{% for item in trigger.body.list %}<{{ item }}>{% endfor %}", "<1><two>"],
  ["{% capture all %}{{ trigger.body.deep }}{% endcapture %}{{ all }}", '{"a b":"c"}'],
  ["{{ '2026-03-04T23:30:00+02:00' | date: '%d %b %H:%M' }}", "04 Mar 23:30"],
])("%s is %s", (template, text) => {
  expect(render(template)).toBe(text);
});

test.each<[template: string, text: string]>([
  [
    '{ "id": {{ trigger.body.id | json }}, "who": "{{ trigger.body.name }}" }',
    '{ "id": 12345678901234567890, "who": "Ada \\"the\\" first\\n" }',
  ],
  ['{ "who": {{ trigger.body.name }} }', '{ "who": "Ada \\"the\\" first\\n" }'],
  ["[{{ trigger.body.list }}, {{ trigger.body.none }}, {{ trigger.body.missing }}]", '[[1,"two"], null, null]'],
  ['{"all": "{{ trigger.body.deep | json }}"}', '{"all": "{\\"a b\\":\\"c\\"}"}'],
  ['{"quote\\"{{ trigger.body.n }}": {{ trigger.body.price }}}', '{"quote\\"7": 1.10}'],
  ['{"a": {{ trigger.body.list | json | raw }}}', '{"a": [1,"two"]}'],
  [
    '{% assign who = trigger.body.name | json %}{"a": {{ who }}, "b": "{{ who }}"}',
    '{"a": "Ada \\"the\\" first\\n", "b": "\\"Ada \\\\\\"the\\\\\\" first\\\\n\\""}',
  ],
])("as JSON, %s", (template, text) => {
  expect(render(template, "json")).toBe(text);
  expect(() => JSON.parse(text)).not.toThrow();
});

test.each<[template: string, text: string]>([
  ["https://x.example/{{ trigger.body.path }}", "https://x.example/..%2F..%2Fadmin%3Fx%3D1%26y%3D%C3%A9"],
  [" {{ steps.at.url }}/{{ trigger.body.n }}", "https://a.example/x?y=1/7"],
  ["https://x.example?q={{ trigger.body.list }}", "https://x.example?q=%5B1%2C%22two%22%5D"],
  [
    "{% if trigger.body.none %}https://x.example/{% endif %}{{ trigger.body.path }}",
    "..%2F..%2Fadmin%3Fx%3D1%26y%3D%C3%A9",
  ],
])("as an address, %s", (template, text) => {
  expect(render(template, "url")).toBe(text);
});

test("a header cannot be broken in two", () => {
  const data = { trigger: { body: "a\r\nX-Evil: 1\u0000\u0085" }, steps: {} };
  expect(render("Bearer {{ trigger.body }}", "header", data)).toBe("Bearer aX-Evil: 1");
  expect(render("{{ trigger.body | raw }}\r\nb", "header", data)).toBe("aX-Evil: 1\u0085b");
});

test.each(["text", "json", "url", "header", "html"] as const)(
  "template signs in the data stay as they are, as %s",
  (place) => {
    const signs = "{{ 7 | times: 7 }}{% raw %}";
    expect(render('"{{ trigger.body.liquid }}', place)).toBe(`"${place === "url" ? encodeURIComponent(signs) : signs}`);
  },
);

test.each([
  "constructor",
  "__proto__",
  "trigger.constructor",
  "trigger.__proto__.toString",
  "trigger.body.list.constructor",
  "trigger.body.name.constructor",
  "trigger.toString",
  "steps.hasOwnProperty",
])("%s gives nothing", (path) => {
  expect(render(`[{{ ${path} }}{{ ${path} | json }}]`)).toBe("[null]");
});

test.each([
  "{% for a in (1..999999999) %}x{% endfor %}",
  "{% for a in (1..9999) %}{% for b in (1..9999) %}{% assign c = b %}{% endfor %}{% endfor %}",
  `{% assign s = "xxxxxxxxxx" %}${"{% assign s = s | append: s %}".repeat(40)}{{ s }}`,
  `{% capture s %}xxxxxxxxxx{% endcapture %}${"{% capture s %}{{ s }}{{ s }}{% endcapture %}".repeat(40)}{{ s }}`,
  "{% for a in (1..2000) %}{{ trigger.body.long }}{% endfor %}",
])("%s is stopped", (template) => {
  const started = performance.now();
  const rendered = renderText(template, { trigger: { body: { long: "x".repeat(1_000) } }, steps: {} }, "text");
  expect(rendered).toEqual({ ok: false, message: expect.stringMatching(/too l(ong|arge)/) });
  expect(performance.now() - started).toBeLessThan(2_000);
});

const anything = fc.anything({ withNullPrototype: true, withSparseArray: true, maxDepth: 3 });
const templates = fc.constantFrom(
  "{{ trigger.v }} and {{ trigger.v.a | upcase | append: 'x' }}",
  "{% for a in trigger.v %}{{ a }}{% endfor %}",
  "{{ trigger.v | sort | reverse | first }}{{ trigger.v | push: 1 | shift | size }}",
  "{{ trigger.v | date: '%Y' }}{{ trigger.v | times: 2 | round }}{{ trigger.v | url_decode }}",
  "{% if trigger.v > 1 or trigger.v contains 'a' %}{{ trigger.v | split: '' | uniq | join }}{% endif %}",
);

test("whatever the data, it renders or says why, and the data stays as it was", () => {
  fc.assert(
    fc.property(
      templates,
      anything,
      fc.constantFrom<Place>("text", "json", "url", "header", "html"),
      (template, v, place) => {
        const data = { trigger: deepFreeze({ v }), steps: {} };
        expect(renderText(template, data, place).ok).toBeTypeOf("boolean");
      },
    ),
  );
});

function deepFreeze<Value extends object>(value: Value): Value {
  for (const child of Object.values(value))
    if (typeof child === "object" && child !== null && !ArrayBuffer.isView(child)) deepFreeze(child);
  return Object.freeze(value);
}

test("a JSON template gives JSON, whatever the payload", () => {
  const template =
    '{"a": {{ trigger.v }}, "b": "{{ trigger.v }}", "{{ trigger.k }}": [{{ trigger.v | json }}, "\\"{{ trigger.k | json }}"]{% if trigger.v %}, "c": "x{{ trigger.v.a }}"{% endif %}}';
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: "binary" }), (v, k) => {
      fc.pre(!["a", "b", "c", "__proto__"].includes(k));
      const parsed = JSON.parse(render(template, "json", { trigger: { v, k }, steps: {} }));
      expect(parsed.a).toEqual(JSON.parse(JSON.stringify(v)));
      expect(parsed[k][0]).toEqual(parsed.a);
      expect(JSON.parse(parsed[k][1].slice(1))).toBe(k);
    }),
  );
});

test("whatever the template, it renders or says why", () => {
  const pieces = fc.constantFrom(
    "{{",
    "}}",
    "{%",
    "%}",
    "trigger",
    ".",
    "[",
    "]",
    "|",
    "'",
    '"',
    " if ",
    " endif ",
    " for x in ",
    "raw",
    "json",
    ":",
    "0",
    " ",
    "-",
    "capture",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (all) => {
      expect(renderText(all.join(""), scope, "json").ok).toBeTypeOf("boolean");
    }),
    { numRuns: 1_000 },
  );
});

test("a machine that stood still for a moment does not fail a template", () => {
  let isFirst = true;
  const body = {
    get slow() {
      const untilMs = performance.now() + (isFirst ? 300 : 0);
      while (performance.now() < untilMs);
      isFirst = false;
      return "x";
    },
  };
  const scope = { trigger: { body }, steps: {} };
  expect(renderText("{{ trigger.body.slow }}{{ trigger.body.slow }}", scope, "text")).toEqual({ ok: true, text: "xx" });
});
