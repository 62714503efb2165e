import { expect, test } from "vitest";
import { resolveField } from "@/components/fields/resolve-field";
import { httpRequest } from "@/lib/catalog/nodes/actions/http-request";

const scope = { trigger: { body: { id: "a b", who: 'Ada "the" L' } }, steps: {} };

test("a field without data in it needs no preview", () => {
  expect(resolveField("https://desk.example", scope)).toBeNull();
});

test("a field is shown as its node would send it", () => {
  const config = {
    ...httpRequest.sample,
    url: "https://x.example/{{ trigger.body.id }}",
    body: '{ "who": "{{ trigger.body.who }}" }',
  };
  const place = { definition: httpRequest, config };
  expect(resolveField(config.url, scope, { ...place, key: "url" })?.text).toBe("https://x.example/a%20b");
  expect(resolveField(config.body, scope, { ...place, key: "body" })?.text).toBe('{ "who": "Ada \\"the\\" L" }');
});

test("while other settings are unfinished, it is filled in as text", () => {
  const place = { definition: httpRequest, config: {}, key: "body" };
  expect(resolveField("{{ trigger.body.id }}", scope, place)?.text).toBe("a b");
});

test("data that is not there is named", () => {
  expect(resolveField("{{ trigger.body.nope }} {{ steps.tell.x }}", scope)).toEqual({
    text: " ",
    missing: ["trigger.body.nope", "steps.tell.x"],
  });
});

test("a template that cannot be read comes to nothing", () => {
  expect(resolveField("{{ trigger.body.id", scope)).toBeNull();
});
