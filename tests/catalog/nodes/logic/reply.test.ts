import { expect, test } from "vitest";
import { reply } from "@/lib/catalog/nodes/logic/reply";

const scope = { trigger: { body: { name: 'Ann "the boss"' } }, steps: {} };
const planned = (config: object) => reply.plan(config, scope);

test("values are written as its kind of body asks for", () => {
  expect(planned({ status: 201, body: '{ "name": "{{ trigger.body.name }}" }' })).toMatchObject({
    effect: {
      kind: "reply",
      reply: { status: 201, contentType: "application/json", body: '{ "name": "Ann \\"the boss\\"" }' },
    },
  });
  expect(planned({ contentType: "text/plain", body: "Hello {{ trigger.body.name }}" })).toMatchObject({
    effect: { reply: { contentType: "text/plain", body: 'Hello Ann "the boss"' } },
  });
});

test("it is neither a page nor a script, and has a status that an answer can have", () => {
  expect(reply.problems({ contentType: "text/html" })).toHaveLength(1);
  for (const status of [100, 199, 600, 200.5]) expect(reply.problems({ status })).toHaveLength(1);
  expect(reply.problems({ status: 204, body: "x" })).toEqual([
    { field: "body", message: "A reply with status 204 has no body." },
  ]);
  expect(reply.problems({ status: 204 })).toEqual([]);
});
