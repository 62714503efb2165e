import { expect, test } from "vitest";
import { readLlmAnswer } from "@/lib/catalog/nodes/actions/llm-answer";

const schema = '{ "type": "object", "properties": { "city": { "type": "string" } }, "required": ["city"] }';
const classify = { mode: "classify", labels: ["Can wait", "urgent"] } as const;
const extract = { mode: "extract", schema } as const;
const reply = { mode: "reply" } as const;

const saying = (content: unknown, more: object = {}) => ({
  body: { model: "m-1", usage: { total_tokens: 9 }, choices: [{ message: { content }, ...more }] },
});
const used = { model: "m-1", tokens: 9 };

test.each([
  ["urgent", "urgent"],
  [' "Can Wait." \n', "Can wait"],
  ["**urgent**", "urgent"],
])("“%s” is the label %s", (content, label) => {
  expect(readLlmAnswer(saying(content), classify)).toEqual({ ok: true, output: { label, ...used } });
});

test.each(["very urgent", "urgent, can wait", "x".repeat(400_000)])("another answer is no label", (content) => {
  expect(readLlmAnswer(saying(content), classify)).toMatchObject({
    ok: false,
    message: expect.stringMatching(/^The model's answer is none of the labels: “.{1,200}”\.$/),
    isWorthRetrying: true,
  });
});

test.each(['{"city":"Bonn"}', '```json\n{"city":"Bonn"}\n```'])("%s is data that fits", (content) => {
  expect(readLlmAnswer(saying(content), extract)).toEqual({ ok: true, output: { data: { city: "Bonn" }, ...used } });
});

test.each([
  ["Sure! The city is Bonn.", /^The model's answer is no JSON\. /],
  ['{"city":7}', /^The model's answer does not fit the schema: .*city/],
  ["{}", /^The model's answer does not fit the schema: /],
  ["", /^The model gave no answer\.$/],
])("“%s” is no data, and worth another try", (content, message) => {
  const reading = readLlmAnswer(saying(content), extract);
  expect(reading).toMatchObject({ ok: false, message: expect.stringMatching(message), isWorthRetrying: true });
});

test("a text is given as it is", () => {
  expect(readLlmAnswer(saying(" Hello! "), reply)).toEqual({ ok: true, output: { text: "Hello!", ...used } });
});

test.each([
  [saying("Half a", { finish_reason: "length" }), /cut off/],
  [saying("", { finish_reason: "content_filter" }), /held the answer back/],
  [{ body: { choices: [{ message: { content: null, refusal: "I cannot help" } }] } }, /refused: I cannot help/],
])("an answer that would be the same again is a failure for good", (answer, message) => {
  const reading = readLlmAnswer(answer, reply);
  expect(reading).toMatchObject({ ok: false, message: expect.stringMatching(message) });
  expect(reading).not.toHaveProperty("isWorthRetrying", true);
});

test.each(["<html>", null, {}, { choices: [] }])("%j is no answer of a model", (body) => {
  expect(readLlmAnswer({ body }, reply)).toMatchObject({ ok: false, message: "The model gave no answer." });
});
