import { expect, test } from "vitest";
import type { AnswerDraft } from "@/components/endpoints/options/answers/answer-draft";
import { previewAnswer } from "@/components/endpoints/options/answers/preview-answer";

const TRIGGER = { body: { id: 'A "1"', total: 12 }, headers: {} };

const draft = (change: Partial<AnswerDraft>): AnswerDraft => ({
  isOwn: true,
  status: "200",
  contentType: "application/json",
  isTypeOther: false,
  headers: [],
  body: "",
  ...change,
});

test("the answer is filled in as the door fills it in", () => {
  const body = '{ "id": "{{ trigger.body.id }}", "total": {{ trigger.body.total }} }';
  expect(previewAnswer(draft({ body, headers: [{ name: "X-By", value: "bell" }] }), TRIGGER)).toEqual({
    status: 200,
    headers: { "x-by": "bell", "content-type": "application/json" },
    body: '{ "id": "A \\"1\\"", "total": 12 }',
    remarks: [],
  });
});

test("data that is not there is named", () => {
  const preview = previewAnswer(draft({ body: '"{{ trigger.body.nope }}"' }), TRIGGER);
  expect(preview?.remarks).toEqual(["Not in this data, and so left empty: trigger.body.nope."]);
});

test("a body that is called JSON and is none is remarked upon; other text is fine", () => {
  const remarks = (contentType: string) => previewAnswer(draft({ body: "thanks", contentType }), TRIGGER)?.remarks;
  expect(remarks("application/json")).toEqual([expect.stringContaining("This is not valid JSON")]);
  expect(remarks("application/problem+json")).toHaveLength(1);
  expect(remarks("text/plain")).toEqual([]);
});

test("a template that cannot be filled in is told in words, with what the sender gets instead", () => {
  const body = "{% for n in (1..1000000) %}{% for m in (1..1000000) %}{{ m }}{% endfor %}{% endfor %}";
  const preview = previewAnswer(draft({ body }), TRIGGER);
  expect(preview?.remarks).toEqual([expect.stringMatching(/\. The sender gets what Doorbell says otherwise\.$/)]);
  expect(JSON.parse(preview?.body ?? "")).toHaveProperty("verdict", "accepted");
});

test("while something is wrong at the fields there is none", () => {
  expect(previewAnswer(draft({ status: "404" }), TRIGGER)).toBeUndefined();
  expect(previewAnswer(draft({ body: "{{ trigger.body.id }" }), TRIGGER)).toBeUndefined();
});
